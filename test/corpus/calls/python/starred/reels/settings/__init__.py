from .models import REEL_MODEL
from .values import settings
