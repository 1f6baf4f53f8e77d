-- A made-up unit: its tests are the worked examples of the rules, its plans those of five real plans.
return unit.define { id = "examples", name = "Đảng ủy Trường", organ = "ĐU", place = "Hà Nội" }
