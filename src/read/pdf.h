/*
 * PDF, read through pdftotext and pdftocairo of poppler, which run as
 * children: the words and where they stand, and the ruling lines of tables.
 */
#ifndef READ_PDF_H
#define READ_PDF_H

#include "read/read.h"

extern const struct reader	 pdf_reader;

#endif
