"""The characters that the fonts of a PDF have: Liberation Serif 2.1.5, and DejaVu Sans Mono 2.37, which typst carries.

Those that all four faces (upright, bold, italic, both) have in one of the two fonts; without controls, private signs,
and the signs that turn the direction of writing, which would let a document read otherwise than it is stored.
A test compares this with the fonts.
"""

COVERED = """\
20-7f a0-370 374-378 37a-380 384-38b 38c-38d 38e-3a2 3a3-3cf 3d0-514 51a-51e 531-557 559-560 561-588 589-58b 591-5c8
5d0-5eb 5f0-5f5 e3f-e40 e81-e83 e84-e85 e87-e89 e8a-e8b e8d-e8e e94-e98 e99-ea0 ea1-ea4 ea5-ea6 ea7-ea8 eaa-eac
ead-eba ebb-ebd ec8-ece 10d0-10fd 1d00-1dcb 1dfe-1e9c 1e9e-1efa 1f00-1f16 1f18-1f1e 1f20-1f46 1f48-1f4e 1f50-1f58
1f59-1f5a 1f5b-1f5c 1f5d-1f5e 1f5f-1f7e 1f80-1fb5 1fb6-1fc5 1fc6-1fd4 1fd6-1fdc 1fdd-1ff0 1ff2-1ff5 1ff6-1fff
2000-2024 2026-2027 202f-2038 2039-203b 203c-2040 2044-204a 204b-204c 205e-2060 2070-2072 2074-208f 2090-209d
20a0-20b6 20b8-20bb 20bd-20be 20bf-20c0 20f0-20f1 2102-2103 2105-2106 210d-2110 2113-2114 2115-2118 2119-211b
211d-211e 2122-2123 2124-2125 2126-2127 212a-212c 212e-212f 2148-2149 214d-214f 2150-2152 2153-2160 2184-2185
2189-218a 2190-2214 2215-2216 2217-2221 2223-2224 2227-222e 2234-223e 2241-226a 226d-228c 228d-22a6 22b2-22b6
22b8-22b9 22c2-22c7 22cd-22d2 22da-22ea 22ef-22f0 2300-2307 2308-2316 2318-231a 231c-2322 2325-2329 232b-232c
2335-237b 237d-237e 2380-2384 2388-238c 2395-2396 239b-23af 23ce-23d0 2423-2424 2500-2601 2638-263d 263f-2648
2660-2668 2669-2670 27c2-27c3 27c5-27c7 27dc-27dd 27e0-27e1 27e6-27ec 27f5-27f8 2987-2989 2997-2999 29eb-29ec
29fa-29fc 2a00-2a01 2a2f-2a30 2a6a-2a6c 2b05-2b0e 2b12-2b1b 2c60-2c78 2c79-2c7b 2c7c-2c80 2e17-2e19 2e1f-2e20
2e22-2e26 2e2e-2e2f a708-a728 a788-a78f a790-a792 a7aa-a7ab a7f8-a7fa fb01-fb03 fb1d-fb37 fb38-fb3d fb3e-fb3f
fb40-fb42 fb43-fb45 fb46-fb50 fe20-fe24 fffc-fffe 1d55a-1d55b
"""
"""Spans of code points in hexadecimal: the first, and the one after the last."""
