/* Which Lua library this is. */
#pragma once
#include "include/CLuaBridge.h"
