"""The characters that the fonts of a PDF have: Liberation Serif 2.1.5, and DejaVu Sans Mono 2.37, which typst carries.

Those that all four faces (upright, bold, italic, both) have in one of the two fonts; without controls, private signs,
and all that is written from right to left or turns the direction of writing: it would let a document read otherwise
than it is stored, and typst 0.15 fails on some mixtures.
A test compares this with the fonts.
"""

COVERED = """\
20-7e a0-36f 374-377 37a-37f 384-38a 38c-38c 38e-3a1 3a3-3ce 3d0-513 51a-51d 531-556 559-55f 561-587 589-58a e3f-e3f
e81-e82 e84-e84 e87-e88 e8a-e8a e8d-e8d e94-e97 e99-e9f ea1-ea3 ea5-ea5 ea7-ea7 eaa-eab ead-eb9 ebb-ebc ec8-ecd
10d0-10fc 1d00-1dca 1dfe-1e9b 1e9e-1ef9 1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59-1f59 1f5b-1f5b
1f5d-1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200d 2010-2023
2026-2026 202f-2037 2039-203a 203c-203f 2044-2049 204b-204b 205e-205f 2070-2071 2074-208e 2090-209c 20a0-20b5
20b8-20ba 20bd-20bd 20bf-20bf 20f0-20f0 2102-2102 2105-2105 210d-210f 2113-2113 2115-2117 2119-211a 211d-211d
2122-2122 2124-2124 2126-2126 212a-212b 212e-212e 2148-2148 214d-214e 2150-2151 2153-215f 2184-2184 2189-2189
2190-2213 2215-2215 2217-2220 2223-2223 2227-222d 2234-223d 2241-2269 226d-228b 228d-22a5 22b2-22b5 22b8-22b8
22c2-22c6 22cd-22d1 22da-22e9 22ef-22ef 2300-2306 2308-2315 2318-2319 231c-2321 2325-2328 232b-232b 2335-237a
237d-237d 2380-2383 2388-238b 2395-2395 239b-23ae 23ce-23cf 2423-2423 2500-2600 2638-263c 263f-2647 2660-2667
2669-266f 27c2-27c2 27c5-27c6 27dc-27dc 27e0-27e0 27e6-27eb 27f5-27f7 2987-2988 2997-2998 29eb-29eb 29fa-29fb
2a00-2a00 2a2f-2a2f 2a6a-2a6b 2b05-2b0d 2b12-2b1a 2c60-2c77 2c79-2c7a 2c7c-2c7f 2e17-2e18 2e1f-2e1f 2e22-2e25
2e2e-2e2e a708-a727 a788-a78e a790-a791 a7aa-a7aa a7f8-a7f9 fb01-fb02 fe20-fe23 fffd-fffd 1d55a-1d55a
"""
"""Spans of code points in hexadecimal: the first and the last."""

UPRIGHT = """\
2601-262f 263d-263e 2648-265f 2668-2668 2670-268b 2690-269c 26a0-26a1 26b0-26b1 2701-2704 2706-2709 270c-2727
2729-274b 274d-274d 274f-2752 2756-2756 2758-275e 2761-2775 2794-2794 2798-27af 27b1-27be
"""
"""Signs (stars, ticks, boxes) that only the upright faces have: they are never slanted."""
