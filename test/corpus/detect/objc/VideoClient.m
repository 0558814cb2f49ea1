#import "Veo3Client.h"

// veo-3.0-generate-preview ended
static NSString *const kModel = @"veo-3.1-generate-preview";
NSArray *models = @[ @"veo-3.1-fast-generate-preview", @"veo3_fast" ];
NSString *body = @"name=\"model\"\r\n\r\nveo-3.1-lite-generate-preview\r\n";
NSURL *asset = [NSBundle.mainBundle URLForResource:@"veo3_intro" withExtension:@"mp4"];
