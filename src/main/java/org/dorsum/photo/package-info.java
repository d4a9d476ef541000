@NullMarked
package org.dorsum.photo;

import org.jspecify.annotations.NullMarked;
