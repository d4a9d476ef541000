/** The clinic's web application: people, visits, photographs, users, audit. The only package that uses Spring. */
@NullMarked
package org.dorsum.clinic;

import org.jspecify.annotations.NullMarked;
