#ifndef POSTMORTEM_CLIBXML2_SHIM_H
#define POSTMORTEM_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, whose headers clash with Foundation's own copy.
// Nothing here needs the ICU declarations, so they are switched off before any other header.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

#endif
