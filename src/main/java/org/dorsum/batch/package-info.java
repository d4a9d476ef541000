@NullMarked
package org.dorsum.batch;

import org.jspecify.annotations.NullMarked;
