@NullMarked
package org.dorsum.image;

import org.jspecify.annotations.NullMarked;
