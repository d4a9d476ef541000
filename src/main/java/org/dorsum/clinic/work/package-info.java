/** What is computed in the background: first looks, measuring, comparing, courses; and what came of it. */
@NullMarked
package org.dorsum.clinic.work;

import org.jspecify.annotations.NullMarked;
