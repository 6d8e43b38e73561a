"""Invented names. None is taken from a list of real people; a real person of the name is by accident."""

FORENAMES_F = (
    "Abiola Adelyn Aiyla Alenka Alma Anwen Ardith Avelina Bethel Brielle Calla Carys Celandine Cora "
    "Darcie Delphie Edina Eilith Elowen Elspie Embry Esmay Fenella Fern Ffion Flossie Gaia Gwenna "
    "Hattie Hesper Honora Ilsa Imara Iona Isolde Jessamy Jorie Juno Kaisa Kestrel Kitty Lark Leda "
    "Linnet Lois Lorelai Lottie Lowri Mabel Maren Marlie Merrin Mirren Nell Neve Nola Odette Orla "
    "Ottilie Pascale Pearl Perdita Petra Posy Quilla Ravenna Rhoda Rilla Romilly Rosalie Rue Sabra "
    "Senna Sorrel Suki Tamsin Tansy Thea Tilda Tressa Una Verity Viola Wren Xanthe Ysolde Zadie "
    "Zinnia"
).split()

FORENAMES_M = (
    "Abner Alaric Aldous Ambrose Anders Arlo Asher Auden Baxter Beau Benno Bram Brody Cai Caspian "
    "Cassius Clem Corin Cormac Dashiell Denny Dorian Eamon Edric Eldon Emrys Ennis Evander Fabian "
    "Faolan Felix Finlo Garrick Gethin Gruff Hal Harley Hew Idris Ingram Ivo Jago Jem Joss Jude Kai "
    "Kelby Kit Laszlo Leif Lennox Linus Lorcan Lucan Magnus Marlow Milo Ned Nico Noel Oberon Orson "
    "Osian Otis Oz Perrin Piers Quill Rafe Ranulf Rex Rhys Roan Rory Rufus Saul Silas Soren Stellan "
    "Taliesin Tate Teddy Tor Tristan Ulric Vaughan Wilf Xander Yann Zeb"
).split()

_FRONT = (
    "Ald Barr Beck Bram Brock Cald Carr Cold Dun East Fen Garth Gorse Hack Hart Hask Hes Kell Kirk "
    "Lang Lark Mar Marsh Mell Nether Ness Oak Ox Pen Quarr Rash Raw Rud Sal Scar Sed Skel Stan Thorn "
    "Tod Ul Wad Whin Wyke"
).split()
_BACK = (
    "bourne croft dyke ell ick low mere more ower rigg shaw side some ward stall gill fold thwaite wick "
    "holt garth lund"
).split()
SURNAMES = [front + back for back in _BACK for front in _FRONT]

NATIONS = ("Sudan", "Iran", "Eritrea", "Afghanistan", "Vietnam", "Albania", "Ethiopia")

STREET_KINDS = ("Street", "Terrace", "Road", "Close", "Avenue", "Grove", "Walk", "Way")


def streets(firsts: str) -> list[str]:
    """Streets of these first names, of every kind."""
    return [f"{first} {kind}" for kind in STREET_KINDS for first in firsts.split()]
