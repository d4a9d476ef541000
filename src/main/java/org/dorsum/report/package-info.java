@NullMarked
package org.dorsum.report;

import org.jspecify.annotations.NullMarked;
