@NullMarked
package org.dorsum.cli;

import org.jspecify.annotations.NullMarked;
