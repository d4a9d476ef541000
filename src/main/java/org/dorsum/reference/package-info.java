@NullMarked
package org.dorsum.reference;

import org.jspecify.annotations.NullMarked;
