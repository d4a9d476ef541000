/** The audit log: what was done, when and by whom, in a chain that shows whether anything was changed afterwards. */
@NullMarked
package org.dorsum.clinic.audit;

import org.jspecify.annotations.NullMarked;
