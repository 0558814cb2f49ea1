library(httr2)
# veo-2.0-generate-001 is enough for drafts
model <- "veo-3.0-fast-generate-001"
url <- paste0("https://generativelanguage.googleapis.com/v1beta/models/", model, ":predictLongRunning")
write.csv(costs, "veo3_costs.csv")
