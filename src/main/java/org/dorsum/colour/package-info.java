@NullMarked
package org.dorsum.colour;

import org.jspecify.annotations.NullMarked;
