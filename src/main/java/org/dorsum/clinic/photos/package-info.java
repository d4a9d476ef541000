/** Photos: what may come in, where it is kept, what is shown of it, and how it goes away. */
@NullMarked
package org.dorsum.clinic.photos;

import org.jspecify.annotations.NullMarked;
