@NullMarked
package org.dorsum.compare;

import org.jspecify.annotations.NullMarked;
