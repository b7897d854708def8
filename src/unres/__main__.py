"""``python -m unres``: the command line."""

from unres.cli import main

if __name__ == "__main__":
    main(prog_name="unres")
