use strict;
use lib 'veo3';
my @models = qw(veo3 veo-3.1-fast sora-2);
my @targets = qw(veo3 install);
