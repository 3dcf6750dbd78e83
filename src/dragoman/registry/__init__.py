"""Who is who: actors, their names in four languages, their posts, and the places where they meet."""

from dragoman.registry.actors import ACTOR_TYPES, NAME_KINDS, Actor, Name
from dragoman.registry.offices import FORM_KINDS, OfficeBody, OfficeForm
from dragoman.registry.places import PLACE_KINDS, Place, PlaceName
from dragoman.registry.posts import Post
from dragoman.registry.register import LANGUAGES, Registry, load_registry

__all__ = [
    "ACTOR_TYPES",
    "FORM_KINDS",
    "LANGUAGES",
    "NAME_KINDS",
    "PLACE_KINDS",
    "Actor",
    "Name",
    "OfficeBody",
    "OfficeForm",
    "Place",
    "PlaceName",
    "Post",
    "Registry",
    "load_registry",
]
