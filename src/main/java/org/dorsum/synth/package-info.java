@NullMarked
package org.dorsum.synth;

import org.jspecify.annotations.NullMarked;
