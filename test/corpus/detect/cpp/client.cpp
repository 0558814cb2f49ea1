#include "veo3/client.hpp" // not a model: veo-3.0-generate-001 is one

namespace veo3 {
constexpr const char* kDefault = "veo-3.0-generate-001";
constexpr auto kRaw = R"({"model":"veo-3.1-fast-generate-001"})";
/* veo-2.0-generate-001 */
static const char* kUrl = "https://generativelanguage.googleapis.com/v1beta/models/veo-3.0-fast-generate-001:predictLongRunning";
}
