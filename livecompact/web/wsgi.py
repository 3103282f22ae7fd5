"""What a web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "livecompact.web.settings")

application = get_wsgi_application()
gc.freeze()  # what is loaded stays: to look through it for circles made a reader wait a tenth of a second
