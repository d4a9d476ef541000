/**
 * Trains the network that finds hands, on rendered hands alone, and writes it as ONNX (profile {@code train}; not part of
 * the product).
 */
@NullMarked
package org.dorsum.train;

import org.jspecify.annotations.NullMarked;
