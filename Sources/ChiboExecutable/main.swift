import ChiboCommand
import Glibc

exit(Program.run())
