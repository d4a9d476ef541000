/** Back-ups of a clinic that is running, and what makes a clinic of one again. */
@NullMarked
package org.dorsum.clinic.backup;

import org.jspecify.annotations.NullMarked;
