@NullMarked
package org.dorsum.stats;

import org.jspecify.annotations.NullMarked;
