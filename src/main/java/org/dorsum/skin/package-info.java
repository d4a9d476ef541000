@NullMarked
package org.dorsum.skin;

import org.jspecify.annotations.NullMarked;
