/* view.h - what --pp-view and --pp-explain-regions show: the source, its translations, and why each variable is what it is. */
#ifndef PPCC_VIEW_H
#define PPCC_VIEW_H

#include "text.h"
#include "translate.h"

enum view_form { VIEW_PAGE, VIEW_JSON, VIEW_TEXT, VIEW_COLOURED_TEXT };

/* One request per file, as for translate; target, step, for_display and observer are the view's.  Every target's translation is
   in a page and in JSON.  False: errors were printed. */
bool translate_view(const struct translate_request *requests, unsigned count, enum view_form form, struct text *output);

#endif
