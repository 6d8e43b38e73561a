"""From a snapshot and the catalogue to every answer, and back to the children."""
