"""Who may send a list: who may record what it holds, one by one."""

from livecompact.dealings.rights import ACTING
from livecompact.people.roles import ASK, EVERYONE, May, Right

ROWS = (
    Right("uploads", ACTING, any_organisation=True),
    Right("upload_start", ACTING, any_organisation=True),
    Right("upload_file", ACTING, ASK, any_organisation=True),
    Right("upload", ACTING, ASK, any_organisation=True),
    Right("upload_columns", ACTING, ASK, any_organisation=True),
    Right("upload_problems", ACTING, any_organisation=True),
    Right("upload_marked", EVERYONE),  # to whoever may not go on with it there is no such file: its view asks
    Right("upload_stands", ACTING, ASK, any_organisation=True),
    Right("upload_publish", ACTING, ASK, any_organisation=True),
    Right("upload_undo", ACTING, ASK, any_organisation=True),
)

MAY = (May("upload.save", ACTING),)
