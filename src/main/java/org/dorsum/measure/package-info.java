@NullMarked
package org.dorsum.measure;

import org.jspecify.annotations.NullMarked;
