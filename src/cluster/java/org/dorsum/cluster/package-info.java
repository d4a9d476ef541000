/** Photos measured on many machines with Apache Spark; compiled by the Maven profile {@code cluster} only. */
@NullMarked
package org.dorsum.cluster;

import org.jspecify.annotations.NullMarked;
