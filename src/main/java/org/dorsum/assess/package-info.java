@NullMarked
package org.dorsum.assess;

import org.jspecify.annotations.NullMarked;
