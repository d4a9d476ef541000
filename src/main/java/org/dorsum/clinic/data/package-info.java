/** The database of the web application: one data source, its migrations, and how ids and instants are written. */
@NullMarked
package org.dorsum.clinic.data;

import org.jspecify.annotations.NullMarked;
