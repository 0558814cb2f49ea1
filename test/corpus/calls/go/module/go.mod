module example.org/reels

go 1.23
