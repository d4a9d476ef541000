/** Times and accuracies, run by hand (docs/performance.md, docs/validation.md). */
@NullMarked
package org.dorsum.bench;

import org.jspecify.annotations.NullMarked;
