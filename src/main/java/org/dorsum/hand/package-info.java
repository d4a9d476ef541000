@NullMarked
package org.dorsum.hand;

import org.jspecify.annotations.NullMarked;
