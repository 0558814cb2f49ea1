# veo-2.0-generate-001
use Studio::Veo3;
my $model = 'veo-3.0-generate-001';
my %price = ("veo-3.0-fast-generate-001" => 0.15, 'veo3_fast' => 0.3);
print "using # veo-3.1-generate-001\n";
