-- "Chi bộ bốn tốt" as the standard library has it (R-18).
local models = require "models"

return models.four_good { id = "bon-tot", title = "Chi bộ bốn tốt" }
