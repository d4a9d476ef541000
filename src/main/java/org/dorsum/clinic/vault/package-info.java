/** Encryption at rest: files and names are on the disk only in encrypted form; the key lies elsewhere. */
@NullMarked
package org.dorsum.clinic.vault;

import org.jspecify.annotations.NullMarked;
