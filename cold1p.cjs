var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e2) {
    throw mod = 0, e2;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// ../main/node_modules/spdx-license-ids/index.json
var require_spdx_license_ids = __commonJS({
  "../main/node_modules/spdx-license-ids/index.json"(exports2, module2) {
    module2.exports = [
      "0BSD",
      "3D-Slicer-1.0",
      "AAL",
      "ADSL",
      "AFL-1.1",
      "AFL-1.2",
      "AFL-2.0",
      "AFL-2.1",
      "AFL-3.0",
      "AGPL-1.0-only",
      "AGPL-1.0-or-later",
      "AGPL-3.0-only",
      "AGPL-3.0-or-later",
      "ALGLIB-Documentation",
      "AMD-newlib",
      "AMDPLPA",
      "AML",
      "AML-glslang",
      "AMPAS",
      "ANTLR-PD",
      "ANTLR-PD-fallback",
      "APAFML",
      "APL-1.0",
      "APSL-1.0",
      "APSL-1.1",
      "APSL-1.2",
      "APSL-2.0",
      "ASWF-Digital-Assets-1.0",
      "ASWF-Digital-Assets-1.1",
      "Abstyles",
      "AdaCore-doc",
      "Adobe-2006",
      "Adobe-Display-PostScript",
      "Adobe-Glyph",
      "Adobe-Utopia",
      "Advanced-Cryptics-Dictionary",
      "Afmparse",
      "Aladdin",
      "Apache-1.0",
      "Apache-1.1",
      "Apache-2.0",
      "App-s2p",
      "Arphic-1999",
      "Artistic-1.0",
      "Artistic-1.0-Perl",
      "Artistic-1.0-cl8",
      "Artistic-2.0",
      "Artistic-dist",
      "Aspell-RU",
      "BOLA-1.1",
      "BSD-1-Clause",
      "BSD-2-Clause",
      "BSD-2-Clause-Darwin",
      "BSD-2-Clause-Patent",
      "BSD-2-Clause-Views",
      "BSD-2-Clause-first-lines",
      "BSD-2-Clause-pkgconf-disclaimer",
      "BSD-2-Clause-pos-unchanged",
      "BSD-3-Clause",
      "BSD-3-Clause-Attribution",
      "BSD-3-Clause-Clear",
      "BSD-3-Clause-HP",
      "BSD-3-Clause-LBNL",
      "BSD-3-Clause-Modification",
      "BSD-3-Clause-No-Military-License",
      "BSD-3-Clause-No-Nuclear-License",
      "BSD-3-Clause-No-Nuclear-License-2014",
      "BSD-3-Clause-No-Nuclear-Warranty",
      "BSD-3-Clause-Open-MPI",
      "BSD-3-Clause-OpenWebUI",
      "BSD-3-Clause-Sun",
      "BSD-3-Clause-Tso",
      "BSD-3-Clause-acpica",
      "BSD-3-Clause-flex",
      "BSD-4-Clause",
      "BSD-4-Clause-Shortened",
      "BSD-4-Clause-UC",
      "BSD-4.3RENO",
      "BSD-4.3TAHOE",
      "BSD-Advertising-Acknowledgement",
      "BSD-Attribution-HPND-disclaimer",
      "BSD-Inferno-Nettverk",
      "BSD-Mark-Modifications",
      "BSD-Protection",
      "BSD-Source-Code",
      "BSD-Source-Code-no-disclaimer",
      "BSD-Source-alt-GPL",
      "BSD-Source-beginning-file",
      "BSD-Systemics",
      "BSD-Systemics-W3Works",
      "BSD-ask-to-endorse",
      "BSL-1.0",
      "BUSL-1.1",
      "Baekmuk",
      "Bahyph",
      "Barr",
      "Beerware",
      "BitTorrent-1.0",
      "BitTorrent-1.1",
      "Bitstream-Charter",
      "Bitstream-Vera",
      "BlueOak-1.0.0",
      "Boehm-GC",
      "Boehm-GC-without-fee",
      "Borceux",
      "Brian-Gladman-2-Clause",
      "Brian-Gladman-3-Clause",
      "Brian-Gladman-3-Clause-no-conversion",
      "Buddy",
      "Bugroff",
      "C-UDA-1.0",
      "CAL-1.0",
      "CAL-1.0-Combined-Work-Exception",
      "CAPEC-tou",
      "CATOSL-1.1",
      "CC-BY-1.0",
      "CC-BY-2.0",
      "CC-BY-2.5",
      "CC-BY-2.5-AU",
      "CC-BY-3.0",
      "CC-BY-3.0-AT",
      "CC-BY-3.0-AU",
      "CC-BY-3.0-DE",
      "CC-BY-3.0-IGO",
      "CC-BY-3.0-NL",
      "CC-BY-3.0-US",
      "CC-BY-4.0",
      "CC-BY-NC-1.0",
      "CC-BY-NC-2.0",
      "CC-BY-NC-2.5",
      "CC-BY-NC-3.0",
      "CC-BY-NC-3.0-DE",
      "CC-BY-NC-3.0-IGO",
      "CC-BY-NC-4.0",
      "CC-BY-NC-ND-1.0",
      "CC-BY-NC-ND-2.0",
      "CC-BY-NC-ND-2.5",
      "CC-BY-NC-ND-3.0",
      "CC-BY-NC-ND-3.0-DE",
      "CC-BY-NC-ND-3.0-IGO",
      "CC-BY-NC-ND-4.0",
      "CC-BY-NC-SA-1.0",
      "CC-BY-NC-SA-2.0",
      "CC-BY-NC-SA-2.0-DE",
      "CC-BY-NC-SA-2.0-FR",
      "CC-BY-NC-SA-2.0-UK",
      "CC-BY-NC-SA-2.5",
      "CC-BY-NC-SA-3.0",
      "CC-BY-NC-SA-3.0-DE",
      "CC-BY-NC-SA-3.0-IGO",
      "CC-BY-NC-SA-4.0",
      "CC-BY-ND-1.0",
      "CC-BY-ND-2.0",
      "CC-BY-ND-2.5",
      "CC-BY-ND-3.0",
      "CC-BY-ND-3.0-DE",
      "CC-BY-ND-4.0",
      "CC-BY-SA-1.0",
      "CC-BY-SA-2.0",
      "CC-BY-SA-2.0-UK",
      "CC-BY-SA-2.1-JP",
      "CC-BY-SA-2.5",
      "CC-BY-SA-3.0",
      "CC-BY-SA-3.0-AT",
      "CC-BY-SA-3.0-DE",
      "CC-BY-SA-3.0-IGO",
      "CC-BY-SA-4.0",
      "CC-PDDC",
      "CC-PDM-1.0",
      "CC-SA-1.0",
      "CC0-1.0",
      "CDDL-1.0",
      "CDDL-1.1",
      "CDL-1.0",
      "CDLA-Permissive-1.0",
      "CDLA-Permissive-2.0",
      "CDLA-Sharing-1.0",
      "CECILL-1.0",
      "CECILL-1.1",
      "CECILL-2.0",
      "CECILL-2.1",
      "CECILL-B",
      "CECILL-C",
      "CERN-OHL-1.1",
      "CERN-OHL-1.2",
      "CERN-OHL-P-2.0",
      "CERN-OHL-S-2.0",
      "CERN-OHL-W-2.0",
      "CFITSIO",
      "CMU-Mach",
      "CMU-Mach-nodoc",
      "CNRI-Jython",
      "CNRI-Python",
      "CNRI-Python-GPL-Compatible",
      "COIL-1.0",
      "CPAL-1.0",
      "CPL-1.0",
      "CPOL-1.02",
      "CUA-OPL-1.0",
      "Caldera",
      "Caldera-no-preamble",
      "Catharon",
      "ClArtistic",
      "Clips",
      "Community-Spec-1.0",
      "Condor-1.1",
      "Cornell-Lossless-JPEG",
      "Cronyx",
      "Crossword",
      "CryptoSwift",
      "CrystalStacker",
      "Cube",
      "D-FSL-1.0",
      "DEC-3-Clause",
      "DL-DE-BY-2.0",
      "DL-DE-ZERO-2.0",
      "DOC",
      "DRL-1.0",
      "DRL-1.1",
      "DSDP",
      "DocBook-DTD",
      "DocBook-Schema",
      "DocBook-Stylesheet",
      "DocBook-XML",
      "Dotseqn",
      "ECL-1.0",
      "ECL-2.0",
      "EFL-1.0",
      "EFL-2.0",
      "EPICS",
      "EPL-1.0",
      "EPL-2.0",
      "ESA-PL-permissive-2.4",
      "ESA-PL-strong-copyleft-2.4",
      "ESA-PL-weak-copyleft-2.4",
      "EUDatagrid",
      "EUPL-1.0",
      "EUPL-1.1",
      "EUPL-1.2",
      "Elastic-2.0",
      "Entessa",
      "ErlPL-1.1",
      "Eurosym",
      "FBM",
      "FDK-AAC",
      "FDK-MPEG-H",
      "FSFAP",
      "FSFAP-no-warranty-disclaimer",
      "FSFUL",
      "FSFULLR",
      "FSFULLRSD",
      "FSFULLRWD",
      "FSL-1.1-ALv2",
      "FSL-1.1-MIT",
      "FTL",
      "Fair",
      "Ferguson-Twofish",
      "Frameworx-1.0",
      "FreeBSD-DOC",
      "FreeImage",
      "Furuseth",
      "GCR-docs",
      "GD",
      "GFDL-1.1-invariants-only",
      "GFDL-1.1-invariants-or-later",
      "GFDL-1.1-no-invariants-only",
      "GFDL-1.1-no-invariants-or-later",
      "GFDL-1.1-only",
      "GFDL-1.1-or-later",
      "GFDL-1.2-invariants-only",
      "GFDL-1.2-invariants-or-later",
      "GFDL-1.2-no-invariants-only",
      "GFDL-1.2-no-invariants-or-later",
      "GFDL-1.2-only",
      "GFDL-1.2-or-later",
      "GFDL-1.3-invariants-only",
      "GFDL-1.3-invariants-or-later",
      "GFDL-1.3-no-invariants-only",
      "GFDL-1.3-no-invariants-or-later",
      "GFDL-1.3-only",
      "GFDL-1.3-or-later",
      "GL2PS",
      "GLWTPL",
      "GPL-1.0-only",
      "GPL-1.0-or-later",
      "GPL-2.0-only",
      "GPL-2.0-or-later",
      "GPL-3.0-only",
      "GPL-3.0-or-later",
      "Game-Programming-Gems",
      "Giftware",
      "Glide",
      "Glulxe",
      "Graphics-Gems",
      "Gutmann",
      "HDF5",
      "HIDAPI",
      "HP-1986",
      "HP-1989",
      "HPND",
      "HPND-DEC",
      "HPND-Fenneberg-Livingston",
      "HPND-INRIA-IMAG",
      "HPND-Intel",
      "HPND-Kevlin-Henney",
      "HPND-MIT-disclaimer",
      "HPND-Markus-Kuhn",
      "HPND-Netrek",
      "HPND-Pbmplus",
      "HPND-SMC",
      "HPND-UC",
      "HPND-UC-export-US",
      "HPND-doc",
      "HPND-doc-sell",
      "HPND-export-US",
      "HPND-export-US-acknowledgement",
      "HPND-export-US-modify",
      "HPND-export2-US",
      "HPND-merchantability-variant",
      "HPND-sell-MIT-disclaimer-xserver",
      "HPND-sell-regexpr",
      "HPND-sell-variant",
      "HPND-sell-variant-MIT-disclaimer",
      "HPND-sell-variant-MIT-disclaimer-rev",
      "HPND-sell-variant-critical-systems",
      "HTMLTIDY",
      "HaskellReport",
      "Hippocratic-2.1",
      "Hippocratic-3.0-core",
      "IBM-pibs",
      "ICU",
      "IEC-Code-Components-EULA",
      "IJG",
      "IJG-short",
      "IPA",
      "IPL-1.0",
      "ISC",
      "ISC-Veillard",
      "ISO-permission",
      "ImageMagick",
      "Imlib2",
      "Info-ZIP",
      "Informatica",
      "Inner-Net-2.0",
      "InnoSetup",
      "Intel",
      "Intel-ACPI",
      "Interbase-1.0",
      "JPL-image",
      "JPNIC",
      "JSON",
      "Jam",
      "JasPer-2.0",
      "Kastrup",
      "Kazlib",
      "Knuth-CTAN",
      "LAL-1.2",
      "LAL-1.3",
      "LGPL-2.0-only",
      "LGPL-2.0-or-later",
      "LGPL-2.1-only",
      "LGPL-2.1-or-later",
      "LGPL-3.0-only",
      "LGPL-3.0-or-later",
      "LGPLLR",
      "LOOP",
      "LPD-document",
      "LPL-1.0",
      "LPL-1.02",
      "LPPL-1.0",
      "LPPL-1.1",
      "LPPL-1.2",
      "LPPL-1.3a",
      "LPPL-1.3c",
      "LZMA-SDK-9.11-to-9.20",
      "LZMA-SDK-9.22",
      "Latex2e",
      "Latex2e-translated-notice",
      "Leptonica",
      "LiLiQ-P-1.1",
      "LiLiQ-R-1.1",
      "LiLiQ-Rplus-1.1",
      "Libpng",
      "Linux-OpenIB",
      "Linux-man-pages-1-para",
      "Linux-man-pages-copyleft",
      "Linux-man-pages-copyleft-2-para",
      "Linux-man-pages-copyleft-var",
      "Lucida-Bitmap-Fonts",
      "MIPS",
      "MIT",
      "MIT-0",
      "MIT-CMU",
      "MIT-Click",
      "MIT-Festival",
      "MIT-Khronos-old",
      "MIT-Modern-Variant",
      "MIT-STK",
      "MIT-Wu",
      "MIT-advertising",
      "MIT-enna",
      "MIT-feh",
      "MIT-open-group",
      "MIT-testregex",
      "MITNFA",
      "MMIXware",
      "MMPL-1.0.1",
      "MPEG-SSG",
      "MPL-1.0",
      "MPL-1.1",
      "MPL-2.0",
      "MPL-2.0-no-copyleft-exception",
      "MS-LPL",
      "MS-PL",
      "MS-RL",
      "MTLL",
      "MVT-1.1",
      "Mackerras-3-Clause",
      "Mackerras-3-Clause-acknowledgment",
      "MakeIndex",
      "Martin-Birgmeier",
      "McPhee-slideshow",
      "Minpack",
      "MirOS",
      "Motosoto",
      "MulanPSL-1.0",
      "MulanPSL-2.0",
      "Multics",
      "Mup",
      "NAIST-2003",
      "NASA-1.3",
      "NBPL-1.0",
      "NCBI-PD",
      "NCGL-UK-2.0",
      "NCL",
      "NCSA",
      "NGPL",
      "NICTA-1.0",
      "NIST-PD",
      "NIST-PD-TNT",
      "NIST-PD-fallback",
      "NIST-Software",
      "NLOD-1.0",
      "NLOD-2.0",
      "NLPL",
      "NOSL",
      "NPL-1.0",
      "NPL-1.1",
      "NPOSL-3.0",
      "NRL",
      "NTIA-PD",
      "NTP",
      "NTP-0",
      "Naumen",
      "NetCDF",
      "Newsletr",
      "Nokia",
      "Noweb",
      "O-UDA-1.0",
      "OAR",
      "OCCT-PL",
      "OCLC-2.0",
      "ODC-By-1.0",
      "ODbL-1.0",
      "OFFIS",
      "OFL-1.0",
      "OFL-1.0-RFN",
      "OFL-1.0-no-RFN",
      "OFL-1.1",
      "OFL-1.1-RFN",
      "OFL-1.1-no-RFN",
      "OGC-1.0",
      "OGDL-Taiwan-1.0",
      "OGL-Canada-2.0",
      "OGL-UK-1.0",
      "OGL-UK-2.0",
      "OGL-UK-3.0",
      "OGTSL",
      "OLDAP-1.1",
      "OLDAP-1.2",
      "OLDAP-1.3",
      "OLDAP-1.4",
      "OLDAP-2.0",
      "OLDAP-2.0.1",
      "OLDAP-2.1",
      "OLDAP-2.2",
      "OLDAP-2.2.1",
      "OLDAP-2.2.2",
      "OLDAP-2.3",
      "OLDAP-2.4",
      "OLDAP-2.5",
      "OLDAP-2.6",
      "OLDAP-2.7",
      "OLDAP-2.8",
      "OLFL-1.3",
      "OML",
      "OPL-1.0",
      "OPL-UK-3.0",
      "OPUBL-1.0",
      "OSC-1.0",
      "OSET-PL-2.1",
      "OSL-1.0",
      "OSL-1.1",
      "OSL-2.0",
      "OSL-2.1",
      "OSL-3.0",
      "OSSP",
      "OpenMDW-1.0",
      "OpenPBS-2.3",
      "OpenSSL",
      "OpenSSL-standalone",
      "OpenVision",
      "PADL",
      "PDDL-1.0",
      "PHP-3.0",
      "PHP-3.01",
      "PPL",
      "PSF-2.0",
      "ParaType-Free-Font-1.3",
      "Parity-6.0.0",
      "Parity-7.0.0",
      "Pixar",
      "Plexus",
      "PolyForm-Noncommercial-1.0.0",
      "PolyForm-Small-Business-1.0.0",
      "PostgreSQL",
      "Python-2.0",
      "Python-2.0.1",
      "QPL-1.0",
      "QPL-1.0-INRIA-2004",
      "Qhull",
      "RHeCos-1.1",
      "RPL-1.1",
      "RPL-1.5",
      "RPSL-1.0",
      "RSA-MD",
      "RSCPL",
      "Rdisc",
      "Ruby",
      "Ruby-pty",
      "SAX-PD",
      "SAX-PD-2.0",
      "SCEA",
      "SGI-B-1.0",
      "SGI-B-1.1",
      "SGI-B-2.0",
      "SGI-OpenGL",
      "SGMLUG-PM",
      "SGP4",
      "SHL-0.5",
      "SHL-0.51",
      "SISSL",
      "SISSL-1.2",
      "SL",
      "SMAIL-GPL",
      "SMLNJ",
      "SMPPL",
      "SNIA",
      "SOFA",
      "SPL-1.0",
      "SSH-OpenSSH",
      "SSH-short",
      "SSLeay-standalone",
      "SSPL-1.0",
      "SUL-1.0",
      "SWL",
      "Saxpath",
      "SchemeReport",
      "Sendmail",
      "Sendmail-8.23",
      "Sendmail-Open-Source-1.1",
      "SimPL-2.0",
      "Sleepycat",
      "Soundex",
      "Spencer-86",
      "Spencer-94",
      "Spencer-99",
      "SugarCRM-1.1.3",
      "Sun-PPP",
      "Sun-PPP-2000",
      "SunPro",
      "Symlinks",
      "TAPR-OHL-1.0",
      "TCL",
      "TCP-wrappers",
      "TGPPL-1.0",
      "TMate",
      "TORQUE-1.1",
      "TOSL",
      "TPDL",
      "TPL-1.0",
      "TTWL",
      "TTYP0",
      "TU-Berlin-1.0",
      "TU-Berlin-2.0",
      "TekHVC",
      "TermReadKey",
      "ThirdEye",
      "TrustedQSL",
      "UCAR",
      "UCL-1.0",
      "UMich-Merit",
      "UPL-1.0",
      "URT-RLE",
      "Ubuntu-font-1.0",
      "UnRAR",
      "Unicode-3.0",
      "Unicode-DFS-2015",
      "Unicode-DFS-2016",
      "Unicode-TOU",
      "UnixCrypt",
      "Unlicense",
      "Unlicense-libtelnet",
      "Unlicense-libwhirlpool",
      "VOSTROM",
      "VSL-1.0",
      "Vim",
      "Vixie-Cron",
      "W3C",
      "W3C-19980720",
      "W3C-20150513",
      "WTFNMFPL",
      "WTFPL",
      "Watcom-1.0",
      "Widget-Workshop",
      "WordNet",
      "Wsuipa",
      "X11",
      "X11-distribute-modifications-variant",
      "X11-no-permit-persons",
      "X11-swapped",
      "XFree86-1.1",
      "XSkat",
      "Xdebug-1.03",
      "Xerox",
      "Xfig",
      "Xnet",
      "YPL-1.0",
      "YPL-1.1",
      "ZPL-1.1",
      "ZPL-2.0",
      "ZPL-2.1",
      "Zed",
      "Zeeff",
      "Zend-2.0",
      "Zimbra-1.3",
      "Zimbra-1.4",
      "Zlib",
      "any-OSI",
      "any-OSI-perl-modules",
      "atc-game",
      "bcrypt-Solar-Designer",
      "blessing",
      "bzip2-1.0.6",
      "check-cvs",
      "checkmk",
      "copyleft-next-0.3.0",
      "copyleft-next-0.3.1",
      "curl",
      "cve-tou",
      "diffmark",
      "dtoa",
      "dvipdfm",
      "eGenix",
      "etalab-2.0",
      "fwlw",
      "gSOAP-1.3b",
      "generic-xts",
      "gnuplot",
      "gtkbook",
      "hdparm",
      "hyphen-bulgarian",
      "iMatix",
      "jove",
      "libpng-1.6.35",
      "libpng-2.0",
      "libselinux-1.0",
      "libtiff",
      "libutil-David-Nugent",
      "lsof",
      "magaz",
      "mailprio",
      "man2html",
      "metamail",
      "mpi-permissive",
      "mpich2",
      "mplus",
      "ngrep",
      "pkgconf",
      "pnmstitch",
      "psfrag",
      "psutils",
      "python-ldap",
      "radvd",
      "snprintf",
      "softSurfer",
      "ssh-keyscan",
      "swrule",
      "threeparttable",
      "ulem",
      "w3m",
      "wwl",
      "xinetd",
      "xkeyboard-config-Zinoviev",
      "xlock",
      "xpp",
      "xzoom",
      "zlib-acknowledgement"
    ];
  }
});

// ../main/node_modules/spdx-license-ids/deprecated.json
var require_deprecated = __commonJS({
  "../main/node_modules/spdx-license-ids/deprecated.json"(exports2, module2) {
    module2.exports = [
      "AGPL-1.0",
      "AGPL-3.0",
      "BSD-2-Clause-FreeBSD",
      "BSD-2-Clause-NetBSD",
      "GFDL-1.1",
      "GFDL-1.2",
      "GFDL-1.3",
      "GPL-1.0",
      "GPL-2.0",
      "GPL-2.0-with-GCC-exception",
      "GPL-2.0-with-autoconf-exception",
      "GPL-2.0-with-bison-exception",
      "GPL-2.0-with-classpath-exception",
      "GPL-2.0-with-font-exception",
      "GPL-3.0",
      "GPL-3.0-with-GCC-exception",
      "GPL-3.0-with-autoconf-exception",
      "LGPL-2.0",
      "LGPL-2.1",
      "LGPL-3.0",
      "Net-SNMP",
      "Nunit",
      "StandardML-NJ",
      "bzip2-1.0.5",
      "eCos-2.0",
      "wxWindows"
    ];
  }
});

// ../main/node_modules/spdx-exceptions/index.json
var require_spdx_exceptions = __commonJS({
  "../main/node_modules/spdx-exceptions/index.json"(exports2, module2) {
    module2.exports = [
      "389-exception",
      "Asterisk-exception",
      "Autoconf-exception-2.0",
      "Autoconf-exception-3.0",
      "Autoconf-exception-generic",
      "Autoconf-exception-generic-3.0",
      "Autoconf-exception-macro",
      "Bison-exception-1.24",
      "Bison-exception-2.2",
      "Bootloader-exception",
      "Classpath-exception-2.0",
      "CLISP-exception-2.0",
      "cryptsetup-OpenSSL-exception",
      "DigiRule-FOSS-exception",
      "eCos-exception-2.0",
      "Fawkes-Runtime-exception",
      "FLTK-exception",
      "fmt-exception",
      "Font-exception-2.0",
      "freertos-exception-2.0",
      "GCC-exception-2.0",
      "GCC-exception-2.0-note",
      "GCC-exception-3.1",
      "Gmsh-exception",
      "GNAT-exception",
      "GNOME-examples-exception",
      "GNU-compiler-exception",
      "gnu-javamail-exception",
      "GPL-3.0-interface-exception",
      "GPL-3.0-linking-exception",
      "GPL-3.0-linking-source-exception",
      "GPL-CC-1.0",
      "GStreamer-exception-2005",
      "GStreamer-exception-2008",
      "i2p-gpl-java-exception",
      "KiCad-libraries-exception",
      "LGPL-3.0-linking-exception",
      "libpri-OpenH323-exception",
      "Libtool-exception",
      "Linux-syscall-note",
      "LLGPL",
      "LLVM-exception",
      "LZMA-exception",
      "mif-exception",
      "OCaml-LGPL-linking-exception",
      "OCCT-exception-1.0",
      "OpenJDK-assembly-exception-1.0",
      "openvpn-openssl-exception",
      "PS-or-PDF-font-exception-20170817",
      "QPL-1.0-INRIA-2004-exception",
      "Qt-GPL-exception-1.0",
      "Qt-LGPL-exception-1.1",
      "Qwt-exception-1.0",
      "SANE-exception",
      "SHL-2.0",
      "SHL-2.1",
      "stunnel-exception",
      "SWI-exception",
      "Swift-exception",
      "Texinfo-exception",
      "u-boot-exception-2.0",
      "UBDL-exception",
      "Universal-FOSS-exception-1.0",
      "vsftpd-openssl-exception",
      "WxWindows-exception-3.1",
      "x11vnc-openssl-exception"
    ];
  }
});

// ../main/node_modules/spdx-expression-parse/scan.js
var require_scan = __commonJS({
  "../main/node_modules/spdx-expression-parse/scan.js"(exports2, module2) {
    "use strict";
    var licenses2 = [].concat(require_spdx_license_ids()).concat(require_deprecated());
    var exceptions = require_spdx_exceptions();
    module2.exports = function(source) {
      var index = 0;
      function hasMore() {
        return index < source.length;
      }
      function read(value) {
        if (value instanceof RegExp) {
          var chars = source.slice(index);
          var match = chars.match(value);
          if (match) {
            index += match[0].length;
            return match[0];
          }
        } else {
          if (source.indexOf(value, index) === index) {
            index += value.length;
            return value;
          }
        }
      }
      function skipWhitespace() {
        read(/[ ]*/);
      }
      function operator() {
        var string;
        var possibilities = [/^WITH/i, /^AND/i, /^OR/i, "(", ")", ":", "+"];
        for (var i2 = 0; i2 < possibilities.length; i2++) {
          string = read(possibilities[i2]);
          if (string) {
            break;
          }
        }
        if (string === "+" && index > 1 && source[index - 2] === " ") {
          throw new Error("Space before `+`");
        }
        return string && {
          type: "OPERATOR",
          string: string.toUpperCase()
        };
      }
      function idstring() {
        return read(/[A-Za-z0-9-.]+/);
      }
      function expectIdstring() {
        var string = idstring();
        if (!string) {
          throw new Error("Expected idstring at offset " + index);
        }
        return string;
      }
      function documentRef() {
        if (read("DocumentRef-")) {
          var string = expectIdstring();
          return { type: "DOCUMENTREF", string };
        }
      }
      function licenseRef() {
        if (read("LicenseRef-")) {
          var string = expectIdstring();
          return { type: "LICENSEREF", string };
        }
      }
      function identifier() {
        var begin = index;
        var string = idstring();
        if (licenses2.indexOf(string) !== -1) {
          return {
            type: "LICENSE",
            string
          };
        } else if (exceptions.indexOf(string) !== -1) {
          return {
            type: "EXCEPTION",
            string
          };
        }
        index = begin;
      }
      function parseToken() {
        return operator() || documentRef() || licenseRef() || identifier();
      }
      var tokens = [];
      while (hasMore()) {
        skipWhitespace();
        if (!hasMore()) {
          break;
        }
        var token = parseToken();
        if (!token) {
          throw new Error("Unexpected `" + source[index] + "` at offset " + index);
        }
        tokens.push(token);
      }
      return tokens;
    };
  }
});

// ../main/node_modules/spdx-expression-parse/parse.js
var require_parse = __commonJS({
  "../main/node_modules/spdx-expression-parse/parse.js"(exports2, module2) {
    "use strict";
    module2.exports = function(tokens) {
      var index = 0;
      function hasMore() {
        return index < tokens.length;
      }
      function token() {
        return hasMore() ? tokens[index] : null;
      }
      function next() {
        if (!hasMore()) {
          throw new Error();
        }
        index++;
      }
      function parseOperator(operator) {
        var t2 = token();
        if (t2 && t2.type === "OPERATOR" && operator === t2.string) {
          next();
          return t2.string;
        }
      }
      function parseWith() {
        if (parseOperator("WITH")) {
          var t2 = token();
          if (t2 && t2.type === "EXCEPTION") {
            next();
            return t2.string;
          }
          throw new Error("Expected exception after `WITH`");
        }
      }
      function parseLicenseRef() {
        var begin = index;
        var string = "";
        var t2 = token();
        if (t2.type === "DOCUMENTREF") {
          next();
          string += "DocumentRef-" + t2.string + ":";
          if (!parseOperator(":")) {
            throw new Error("Expected `:` after `DocumentRef-...`");
          }
        }
        t2 = token();
        if (t2 === null) {
          throw new Error("Unexpected end of input");
        }
        if (t2.type === "LICENSEREF") {
          next();
          string += "LicenseRef-" + t2.string;
          var node2 = { license: string };
          var exception = parseWith();
          if (exception) {
            node2.exception = exception;
          }
          return node2;
        }
        index = begin;
      }
      function parseLicense() {
        var t2 = token();
        if (t2 && t2.type === "LICENSE") {
          next();
          var node2 = { license: t2.string };
          if (parseOperator("+")) {
            node2.plus = true;
          }
          var exception = parseWith();
          if (exception) {
            node2.exception = exception;
          }
          return node2;
        }
      }
      function parseParenthesizedExpression() {
        var left = parseOperator("(");
        if (!left) {
          return;
        }
        var expr = parseExpression();
        if (!parseOperator(")")) {
          throw new Error("Expected `)`");
        }
        return expr;
      }
      function parseAtom() {
        return parseParenthesizedExpression() || parseLicenseRef() || parseLicense();
      }
      function makeBinaryOpParser(operator, nextParser) {
        return function parseBinaryOp() {
          var left = nextParser();
          if (!left) {
            return;
          }
          if (!parseOperator(operator)) {
            return left;
          }
          var right = parseBinaryOp();
          if (!right) {
            throw new Error("Expected expression");
          }
          return {
            left,
            conjunction: operator.toLowerCase(),
            right
          };
        };
      }
      var parseAnd = makeBinaryOpParser("AND", parseAtom);
      var parseExpression = makeBinaryOpParser("OR", parseAnd);
      var node = parseExpression();
      if (!node || hasMore()) {
        throw new Error("Syntax error");
      }
      return node;
    };
  }
});

// ../main/node_modules/spdx-expression-parse/index.js
var require_spdx_expression_parse = __commonJS({
  "../main/node_modules/spdx-expression-parse/index.js"(exports2, module2) {
    "use strict";
    var scan = require_scan();
    var parse2 = require_parse();
    module2.exports = function(source) {
      return parse2(scan(source));
    };
  }
});

// server/cold.ts
var import_node_fs = require("node:fs");

// server/src/syntax/encoding.ts
function decodeDocument(bytes) {
  const utf16 = utf16LabelOf(bytes);
  if (utf16 !== void 0) {
    const text3 = new TextDecoder(utf16).decode(bytes);
    return { text: text3, faults: [{ code: "utf16", start: 0, end: Math.min(1, text3.length) }] };
  }
  const faults2 = [];
  if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) faults2.push({ code: "bom", start: 0, end: 0 });
  const text2 = new TextDecoder("utf-8").decode(bytes);
  if (text2.includes("\uFFFD") && !isUtf8(bytes)) {
    const start = firstReplacedOffset(bytes, text2);
    faults2.push({ code: "not-utf8", start, end: start + 1 });
  }
  return { text: text2, faults: faults2 };
}
function utf16LabelOf(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
  if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
  return void 0;
}
function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
function firstReplacedOffset(bytes, text2) {
  const bomLength = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
  let at = text2.indexOf("\uFFFD");
  for (let round = 0; round < 100; round++) {
    const place = bomLength + new TextEncoder().encode(text2.slice(0, at)).length;
    const isWritten = bytes[place] === 239 && bytes[place + 1] === 191 && bytes[place + 2] === 189;
    if (!isWritten) return at;
    at = text2.indexOf("\uFFFD", at + 1);
  }
  return at;
}

// server/src/syntax/lines.ts
function lineIndexOf(text2) {
  const starts = [0];
  for (const start of lineStartsIn(text2, 0, text2.length + 1)) starts.push(start);
  return new Lines(text2, starts);
}
function editedLines(lines, edit, text2) {
  return lines instanceof Lines ? lines.edited(edit, text2) : lineIndexOf(text2);
}
var Lines = class _Lines {
  /**
   * `starts`: shared by the versions of a text in which no line came or went. `shift`: how far the lines from `shifted` on
   * have moved since.
   */
  constructor(text2, starts, shifted2 = 0, shift = 0) {
    this.text = text2;
    this.starts = starts;
    this.shifted = shifted2;
    this.shift = shift;
  }
  text;
  starts;
  shifted;
  shift;
  get count() {
    return this.starts.length;
  }
  positionAt(offset) {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(bounded);
    return { line, character: bounded - this.startOf(line) };
  }
  offsetAt({ line, character }) {
    if (line >= this.starts.length) return this.text.length;
    return Math.min(this.startOf(Math.max(0, line)) + Math.max(0, character), this.startOf(line + 1));
  }
  textOf(line) {
    if (this.starts[line] === void 0) return "";
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/(?:\r\n|\r|\n)$/, "");
  }
  edited({ start, end }, text2) {
    const delta = text2.length - this.text.length;
    const first = this.lineAt(Math.max(0, start - 1));
    const after = this.lineAt(Math.min(this.text.length, end + 1)) + 1;
    const stop = after < this.starts.length ? this.startOf(after) + delta : text2.length + 1;
    const between = lineStartsIn(text2, this.startOf(first), stop);
    const isAtSameLine = this.shift === 0 || this.shifted === after;
    if (isAtSameLine && between.length === 0 && after === first + 1) {
      return new _Lines(text2, this.starts, after, this.shift + delta);
    }
    const edited = this.starts.slice(0, first + 1);
    for (let line = this.shifted; line <= first; line++) edited[line] = this.startOf(line);
    for (const lineStart of between) edited.push(lineStart);
    for (let line = after; line < this.starts.length; line++) edited.push(this.startOf(line) + delta);
    return new _Lines(text2, edited);
  }
  /** The end of the text for the line after the last. */
  startOf(line) {
    const start = this.starts[line];
    if (start === void 0) return this.text.length;
    return line >= this.shifted ? start + this.shift : start;
  }
  lineAt(offset) {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (this.startOf(middle) > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }
};
function lineStartsIn(text2, from, stop) {
  const starts = [];
  const window = text2.slice(from, Math.min(stop, text2.length));
  if (!window.includes("\r")) {
    for (let at = window.indexOf("\n"); at !== -1; at = window.indexOf("\n", at + 1)) starts.push(from + at + 1);
  } else {
    for (let at = 0; at < window.length; at++) {
      const code = window.charCodeAt(at);
      if (code === 10 || code === 13 && window.charCodeAt(at + 1) !== 10) starts.push(from + at + 1);
    }
  }
  if (starts.at(-1) === stop) starts.pop();
  return starts;
}

// server/src/syntax/nodes.ts
var Node = class {
  constructor(type, at, length, owner, scalar, children) {
    this.type = type;
    this.at = at;
    this.length = length;
    this.owner = owner;
    this.scalar = scalar;
    this.children = children;
  }
  type;
  at;
  length;
  owner;
  scalar;
  children;
  kept = void 0;
};
var Member = class {
  constructor(name, at, nameLength, object) {
    this.name = name;
    this.at = at;
    this.nameLength = nameLength;
    this.object = object;
  }
  name;
  at;
  nameLength;
  object;
  type = "member";
  value = void 0;
};
function containerOf({ owner }) {
  return owner instanceof Member ? owner.object : owner;
}

// server/src/syntax/common-texts.ts
var usual = [
  "schemaVersion",
  "mediaType",
  "manifests",
  "layers",
  "config",
  "digest",
  "size",
  "platform",
  "architecture",
  "os",
  "variant",
  "annotations",
  "artifactType",
  "subject"
];
var slots = 256;
var longest = 64;
var started = new Array(slots).fill(void 0);
for (const name of usual) started[slotOf(name, 0, name.length)] = name;
var CommonTexts = class {
  last = started.slice();
  /** The part of a text between two offsets. */
  of(text2, start, end) {
    const length = end - start;
    if (length === 0 || length > longest) return text2.slice(start, end);
    const slot = slotOf(text2, start, end);
    const known2 = this.last[slot];
    if (known2 !== void 0 && known2.length === length && text2.startsWith(known2, start)) return known2;
    const made = text2.slice(start, end);
    this.last[slot] = made;
    return made;
  }
};
function slotOf(text2, start, end) {
  const middle = text2.charCodeAt(start + end >> 1);
  return text2.charCodeAt(start) * 5 + middle * 17 + text2.charCodeAt(end - 1) * 67 + (end - start) & slots - 1;
}

// server/src/syntax/fault.ts
var encodingFaults = /* @__PURE__ */ new Set([
  "bom",
  "not-utf8",
  "utf16",
  "lone-surrogate",
  "noncharacter",
  "too-deep"
]);
var harmlessFaults = /* @__PURE__ */ new Set([
  "comment",
  "trailing-comma",
  "trailing-content",
  "single-quotes",
  "unquoted-name"
]);
function losesText(code) {
  return !encodingFaults.has(code) && !harmlessFaults.has(code);
}

// server/src/syntax/scan-string.ts
var noFaults = [];
function scanString(text2, start) {
  const quote2 = text2.charCodeAt(start);
  let at = start + 1;
  let plain = true;
  for (; at < text2.length; at++) {
    const code = text2.charCodeAt(at);
    if (code === quote2) return plain ? finished(text2, start, at) : careful(text2, start, at, true);
    if (code === 92) {
      plain = false;
      if (text2.charCodeAt(at + 1) >= 32) at++;
    } else if (code < 32) {
      const isLineEnd = code === 10 || code === 13;
      if (isLineEnd && !(text2[at - 1] === "\r" && code === 10) && !goesOn(text2, at, quote2)) break;
      plain = false;
    } else if (code >= 55296 && (code <= 57343 || code >= 64976)) plain = false;
  }
  return careful(text2, start, Math.min(at, text2.length), false);
}
function plainStringEnd(text2, start) {
  for (let at = start + 1; at < text2.length; at++) {
    const code = text2.charCodeAt(at);
    if (code === 34) return at;
    if (code === 92 || code < 32 || code >= 55296 && (code <= 57343 || code >= 64976)) return -1;
  }
  return -1;
}
function goesOn(text2, lineEnd, quote2) {
  const start = text2.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
  const line = /[^\r\n]*/y;
  line.lastIndex = start;
  const next = line.exec(text2)[0];
  const close = next.indexOf(String.fromCharCode(quote2));
  return close >= 0 && /^[ \t]*(?:[,}\]]|$)/.test(next.slice(close + 1));
}
function finished(text2, start, close) {
  return { end: close + 1, value: text2.slice(start + 1, close), faults: noFaults };
}
function careful(text2, start, stop, closed) {
  const faults2 = [];
  const value = decodeEscapes(text2, start + 1, stop, faults2);
  addLoneSurrogates(text2, start + 1, stop, value, faults2);
  addNoncharacters(text2, start + 1, stop, value, faults2);
  if (!closed) faults2.push({ code: "unterminated-string", start, end: stop });
  return { end: closed ? stop + 1 : stop, value, faults: faults2 };
}
var simpleEscapes = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	"
};
function decodeEscapes(text2, start, stop, faults2) {
  const parts = [];
  let from = start;
  let controlSeen = false;
  for (let at = start; at < stop; at++) {
    const code = text2.charCodeAt(at);
    if (code < 32 && !controlSeen) {
      controlSeen = true;
      faults2.push({ code: "control-character", start: at, end: at + 1 });
    }
    if (code !== 92) continue;
    parts.push(text2.slice(from, at));
    const escape = text2.charAt(at + 1);
    const hex = escape === "u" ? /^[0-9a-fA-F]{4}/.exec(text2.slice(at + 2, Math.min(at + 6, stop)))?.[0] : void 0;
    if (hex !== void 0) {
      parts.push(String.fromCharCode(Number.parseInt(hex, 16)));
      at += 5;
    } else {
      const simple = Object.hasOwn(simpleEscapes, escape) ? simpleEscapes[escape] : void 0;
      if (simple === void 0) faults2.push({ code: "bad-escape", start: at, end: Math.min(at + 2, stop) });
      parts.push(simple ?? escape);
      at += 1;
    }
    from = at + 1;
  }
  parts.push(text2.slice(Math.min(from, stop), stop));
  return parts.join("");
}
var escapedSurrogate = /\\u[dD][89a-fA-F][0-9a-fA-F]{2}/;
function addLoneSurrogates(text2, start, stop, value, faults2) {
  if (value.isWellFormed()) return;
  const at = text2.slice(start, stop).search(escapedSurrogate);
  if (at >= 0) faults2.push({ code: "lone-surrogate", start: start + at, end: start + at + 6 });
  else faults2.push({ code: "lone-surrogate", start: start - 1, end: stop });
}
var noncharacter = /[\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/u;
var escapedNoncharacter = /\\u[fF](?:[dD][dDeE][0-9a-fA-F]|[fF]{2}[eEfF])|\\u[dD][89abAB][37bfBF][fF]\\u[dD][fF][fF][eEfF]/;
function addNoncharacters(text2, start, stop, value, faults2) {
  if (!noncharacter.test(value)) return;
  const written = text2.slice(start, stop);
  const match = noncharacter.exec(written) ?? escapedNoncharacter.exec(written);
  const span = match === null ? { start: start - 1, end: stop } : { start: start + match.index, end: start + match.index + match[0].length };
  faults2.push({ code: "noncharacter", ...span });
}

// server/src/syntax/scanner.ts
var maxFaults = 100;
var quote = 34;
var singleQuote = 39;
var comma = 44;
var colon = 58;
var semicolon = 59;
var openBrace = 123;
var closeBrace = 125;
var openBracket = 91;
var closeBracket = 93;
var wordPattern = /[^\s,;:[\]{}"'/\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff]+/y;
var Scanner = class {
  constructor(text2) {
    this.text = text2;
  }
  text;
  faults = [];
  at = 0;
  texts = new CommonTexts();
  /** How many faults were met after which the text means little, and how many others. */
  losses = 0;
  oddities = 0;
  /** Whether so much is lost already that the rest would tell nothing. */
  isHopeless() {
    return this.losses > maxFaults;
  }
  readString(code) {
    const close = code === quote ? plainStringEnd(this.text, this.at) : -1;
    if (close < 0) return this.readOddString(code);
    const start = this.at + 1;
    this.at = close + 1;
    return this.texts.of(this.text, start, close);
  }
  readOddString(code) {
    const scanned = scanString(this.text, this.at);
    if (code !== quote) this.fault("single-quotes", this.at, scanned.end);
    for (const fault of scanned.faults) this.fault(fault.code, fault.start, fault.end);
    this.at = scanned.end;
    return scanned.value;
  }
  /** Whether the string that ends here was never closed. */
  hasLostQuote(end) {
    const last = this.faults.at(-1);
    return last?.code === "unterminated-string" && last.end === end;
  }
  skipUnexpected() {
    const length = Math.max(1, this.word().length, this.sameFrom(this.at));
    this.fault("unexpected", this.at, this.at + length);
    this.at += length;
  }
  /** How often a character that is no part of a word is repeated: a run of NULs is one mistake. */
  sameFrom(start) {
    if (`[]{},:"'`.includes(this.text.charAt(start))) return 1;
    let end = start;
    while (end < this.text.length && this.text[end] === this.text[start]) end++;
    return end - start;
  }
  startsValue() {
    const code = this.text.charCodeAt(this.at);
    return code === quote || code === openBrace || code === openBracket || this.word() !== "";
  }
  /** Whether the next member begins here: a name that was only just begun stands before it. */
  startsMember() {
    const { text: text2 } = this;
    const code = text2.charCodeAt(this.at);
    if (!this.startsValue() || code === openBrace || code === openBracket) return false;
    let end = code === quote || code === singleQuote ? scanString(text2, this.at).end : this.at + this.word().length;
    while (end < text2.length && " 	\r\n".includes(text2.charAt(end))) end++;
    return text2.charCodeAt(end) === colon;
  }
  word() {
    wordPattern.lastIndex = this.at;
    return wordPattern.exec(this.text)?.[0] ?? "";
  }
  skipBlank() {
    const { text: text2 } = this;
    for (; ; ) {
      const code = text2.charCodeAt(this.at);
      if (code === 32 || code === 10 || code === 13 || code === 9) this.at++;
      else if (code === 47 && (text2[this.at + 1] === "/" || text2[this.at + 1] === "*")) this.skipComment();
      else return;
    }
  }
  skipComment() {
    const { text: text2 } = this;
    const start = this.at;
    const isLine = text2[start + 1] === "/";
    const stop = isLine ? text2.slice(start).search(/[\r\n]/) : text2.indexOf("*/", start + 2);
    if (isLine) this.at = stop < 0 ? text2.length : start + stop;
    else this.at = stop < 0 ? text2.length : stop + 2;
    this.fault("comment", start, this.at);
  }
  fault(code, start, end) {
    const count = losesText(code) ? ++this.losses : ++this.oddities;
    if (count <= maxFaults) this.faults.push({ code, start, end });
  }
};
function unquoted(word) {
  let [start, end] = [0, word.length];
  while (start < end && "\u201C\u201D\u201E\xAB\u2018\u2019\u201A`".includes(word.charAt(start))) start++;
  while (end > start && "\u201C\u201D\u201E\xBB\u2018\u2019\u201A`".includes(word.charAt(end - 1))) end--;
  return word.slice(start, end);
}
function plainIntegerEnd(text2, start) {
  const first = text2.charCodeAt(start);
  if (first < 49 || first > 57) return -1;
  for (let at = start + 1; ; at++) {
    const code = text2.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    const isEnd = code === comma || code === closeBrace || code === 10 || code === 13 || code === closeBracket;
    return isEnd ? at : -1;
  }
}
function scalarTypeOf(word) {
  if (word === "true" || word === "false") return "boolean";
  if (word === "null") return "null";
  return /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(word) ? "number" : "invalid";
}
function trimmedEnd(text2) {
  let end = text2.length;
  while (end > 0 && " 	\r\n".includes(text2.charAt(end - 1))) end--;
  return end;
}

// server/src/syntax/parser.ts
var maxPortableDepth = 1e4;
var maxValues = 3e6;
var Parser = class extends Scanner {
  root;
  /** Whether the text ended before its objects and arrays did. */
  isCutOff = false;
  values = 0;
  /** How many containers of each form are open. */
  depths = { object: 0, array: 0 };
  /** The innermost open container. */
  open;
  /** Where it starts, or the text. */
  openStart = 0;
  /** How many more are open around what is read. */
  outerDepth = 0;
  /** Whether a bracket was met that closes nothing here. */
  hasStrayBracket = false;
  /** The member that waits for its value. */
  pending;
  /** Offset of the comma just read, or -1. */
  commaAt = -1;
  /** The end of the last value or bracket: where a missing comma belongs. */
  lastEnd = 0;
  run() {
    this.skipBlank();
    if (this.at >= this.text.length) {
      this.fault("empty", 0, this.text.length);
      return;
    }
    do {
      const before = this.at;
      this.step();
      this.skipBlank();
      if (this.at === before && this.at < this.text.length && this.root === void 0) this.skipUnexpected();
      if (this.isHopeless() && this.at < this.text.length) return this.giveUp("too-many-faults");
      if (this.values > maxValues && this.at < this.text.length) return this.giveUp("too-many-values");
    } while (this.at < this.text.length && (this.open !== void 0 || this.root === void 0));
    this.finish();
  }
  /**
   * Reads the object or array that starts at an offset, inside `depth` others, and nothing after it. False where it does not
   * end at `end` by its own bracket, or has a bracket that may belong to what is around it.
   */
  readContainer(start, end, depth) {
    this.at = start;
    this.outerDepth = depth;
    do {
      if (this.open !== void 0) this.skipBlank();
      if (this.at >= end || this.isHopeless()) return false;
      this.step();
    } while (this.open !== void 0);
    return this.at === end && !this.hasStrayBracket;
  }
  step() {
    if (this.open === void 0 || this.pending !== void 0) this.readValue();
    else if (this.open.type === "object") this.readInObject(this.open);
    else this.readInArray(this.open);
  }
  /** What is left of such a text would give a fault a character, and findings about each of them. */
  giveUp(code) {
    this.faults.push({ code, start: this.at, end: trimmedEnd(this.text) });
    this.closeAll();
  }
  finish() {
    const { text: text2 } = this;
    if (this.open === void 0) {
      if (this.at < text2.length && this.root !== void 0) this.fault("trailing-content", this.at, trimmedEnd(text2));
      return;
    }
    const last = this.faults.at(-1);
    const explained = (last?.code === "unterminated-string" || last?.code === "unexpected") && last.end === trimmedEnd(text2);
    if (this.pending !== void 0) this.faultAtName("missing-value", this.pending);
    else if (!explained) this.fault("unclosed", this.openStart, this.openStart + 1);
    this.closeAll();
  }
  closeAll() {
    this.isCutOff = true;
    const end = Math.max(this.lastEnd, this.openStart + 1);
    for (let node = this.open; node !== void 0; node = containerOf(node)) {
      node.length = Math.max(end - this.openStart, node.length);
      this.openStart -= node.at;
    }
  }
  readInObject(object) {
    const code = this.text.charCodeAt(this.at);
    const first = object.children.length === 0 && this.commaAt < 0;
    if (code === closeBrace) return this.close(object);
    if (code === comma) return this.readComma(first);
    if (code === semicolon && !first && this.commaAt < 0) return this.readSemicolon();
    if (code === closeBracket) return this.closeOther("array");
    if (!first && this.commaAt < 0) this.missingComma();
    this.readName(object, code);
  }
  readName(object, code) {
    const start = this.at;
    let name;
    if (code === quote || code === singleQuote) {
      name = this.readString(code);
    } else {
      const word = this.word();
      if (word === "") return this.skipUnexpected();
      this.fault("unquoted-name", start, start + word.length);
      this.at += word.length;
      name = unquoted(word);
    }
    const member = new Member(name, start - this.openStart, this.at - start, object);
    object.children.push(member);
    this.values++;
    this.commaAt = -1;
    this.lastEnd = this.at;
    this.skipBlank();
    if (this.text.charCodeAt(this.at) === colon) {
      this.at++;
      this.lastEnd = this.at;
      this.pending = member;
    } else if (this.startsMember()) {
      this.faultAtName("missing-value", member);
      this.commaAt = this.lastEnd;
    } else if (this.startsValue() && !this.hasLostQuote(start + member.nameLength)) {
      this.faultAtName("missing-colon", member);
      this.pending = member;
    } else if (this.at < this.text.length) {
      this.faultAtName("missing-value", member);
    }
  }
  readInArray(array) {
    const code = this.text.charCodeAt(this.at);
    const first = array.children.length === 0 && this.commaAt < 0;
    if (code === closeBracket) return this.close(array);
    if (code === comma) return this.readComma(first);
    if (code === semicolon && !first && this.commaAt < 0) return this.readSemicolon();
    if (code === closeBrace) return this.closeOther("object");
    if (code === colon) return this.skipUnexpected();
    if (!first && this.commaAt < 0) this.missingComma();
    this.readValue();
  }
  readComma(nothingBefore) {
    if (nothingBefore || this.commaAt >= 0) this.fault("unexpected", this.at, this.at + 1);
    this.commaAt = this.at;
    this.at++;
  }
  /** In place of a comma. */
  readSemicolon() {
    this.fault("missing-comma", this.at, this.at + 1);
    this.commaAt = this.at;
    this.at++;
  }
  close(node) {
    if (this.commaAt >= 0) this.fault("trailing-comma", this.commaAt, this.commaAt + 1);
    this.at++;
    this.leave(node);
  }
  /** A bracket of the wrong form: it closes an outer container if there is one of its form, else it is passed over. */
  closeOther(type) {
    if (this.depths[type] === 0) {
      this.hasStrayBracket = true;
      return this.skipUnexpected();
    }
    let outer = this.open && containerOf(this.open);
    while (outer !== void 0 && outer.type !== type) outer = containerOf(outer);
    this.fault("unclosed", this.openStart, this.openStart + 1);
    while (this.open !== void 0 && this.open !== outer) this.leave(this.open);
  }
  leave(node) {
    this.depths[node.type]--;
    node.length = this.at - this.openStart;
    this.openStart -= node.at;
    node.children = node.children.slice();
    this.open = containerOf(node);
    this.commaAt = -1;
    this.lastEnd = this.at;
  }
  readValue() {
    const { text: text2 } = this;
    const start = this.at;
    const code = text2.charCodeAt(start);
    if (code === quote || code === singleQuote) {
      const value = this.readString(code);
      this.place("string", start, value);
    } else if (code === openBrace) this.enter("object");
    else if (code === openBracket) this.enter("array");
    else if (this.pending !== void 0 && (code === comma || code === closeBrace || code === closeBracket)) {
      this.faultAtName("missing-value", this.pending);
      this.pending = void 0;
    } else this.readWord(start);
  }
  readWord(start) {
    const end = plainIntegerEnd(this.text, start);
    if (end > 0) {
      this.at = end;
      return this.place("number", start, this.text.slice(start, end));
    }
    const word = this.word();
    if (word === "") return this.skipUnexpected();
    this.at += word.length;
    const type = scalarTypeOf(word);
    if (type === "invalid") this.fault(/^[-+.]*[0-9]/.test(word) ? "bad-number" : "bad-literal", start, this.at);
    this.place(type, start, word);
  }
  place(type, start, scalar) {
    const at = start - this.openStart;
    this.attach(new Node(type, at, this.at - start, this.pending ?? this.open, scalar, void 0));
    this.lastEnd = this.at;
  }
  enter(type) {
    const start = this.at;
    const node = new Node(type, start - this.openStart, 1, this.pending ?? this.open, void 0, []);
    this.attach(node);
    this.open = node;
    this.openStart = start;
    this.at++;
    this.lastEnd = this.at;
    this.depths[type]++;
    if (this.outerDepth + this.depths.object + this.depths.array === maxPortableDepth + 1)
      this.fault("too-deep", start, start + 1);
  }
  attach(node) {
    this.values++;
    if (this.pending !== void 0) {
      this.pending.value = node;
      this.pending = void 0;
    } else if (this.open !== void 0) this.open.children.push(node);
    else this.root = node;
    this.commaAt = -1;
  }
  /** `member` stands in the innermost open container. */
  faultAtName(code, { at, nameLength }) {
    const start = this.openStart + at;
    this.fault(code, start, start + nameLength);
  }
  missingComma() {
    this.fault("missing-comma", this.lastEnd, this.lastEnd);
  }
};

// server/src/syntax/parse.ts
function parseJson(text2, encodingFaults2 = []) {
  const parser = new Parser(text2);
  parser.run();
  const { root: root2, isCutOff } = parser;
  const faults2 = encodingFaults2.length === 0 ? parser.faults : [...encodingFaults2, ...parser.faults];
  return new Parsed(text2, root2, faults2, void 0, isCutOff);
}
function parseJsonBytes(bytes) {
  const { text: text2, faults: faults2 } = decodeDocument(bytes);
  return parseJson(text2, faults2);
}
var Parsed = class {
  constructor(text2, root2, faults2, index, isCutOff = false) {
    this.text = text2;
    this.root = root2;
    this.faults = faults2;
    this.index = index;
    this.isCutOff = isCutOff;
  }
  text;
  root;
  faults;
  index;
  isCutOff;
  get lines() {
    this.index ??= lineIndexOf(this.text);
    return this.index;
  }
};

// server/src/syntax/search.ts
function positionOfFirst(items, isBefore) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = low + high >> 1;
    const item = items[middle];
    if (item !== void 0 && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

// server/src/syntax/tree.ts
var none = [];
function spanOf(node) {
  const start = startOf(node);
  return { start, end: start + node.length };
}
function startOf(node) {
  let start = node.at;
  for (let here = parentOf(node); here !== void 0; here = parentOf(here)) start += here.at;
  return start;
}
function nameSpanOf(member) {
  const start = startOf(member.object) + member.at;
  return { start, end: start + member.nameLength };
}
function isEscaped({ name, nameLength }) {
  return nameLength > name.length + 2;
}
function memberSpanOf(member) {
  const around = startOf(member.object);
  const { at, nameLength, value } = member;
  return { start: around + at, end: around + (value === void 0 ? at + nameLength : value.at + value.length) };
}
function childrenOf(node) {
  return node.children ?? none;
}
function membersOf(node) {
  return node?.type === "object" ? node.children : none;
}
function placeOf(object, name) {
  return valueOf(object, name) ?? object;
}
function itemsOf(node) {
  return node?.type === "array" ? node.children : none;
}
function memberOf(node, name) {
  const members = membersOf(node);
  if (node !== void 0 && members.length > fewMembers) return tableOf(node, members).get(name);
  for (let i2 = members.length - 1; i2 >= 0; i2--) if (members[i2]?.name === name) return members[i2];
  return void 0;
}
function countingMembersOf(node) {
  const members = membersOf(node);
  return mayRepeat(members) ? members.filter((member) => memberOf(node, member.name) === member) : members;
}
function mayRepeat(members) {
  if (members.length > 8) return true;
  for (let i2 = 1; i2 < members.length; i2++) {
    for (let j = 0; j < i2; j++) if (members[i2]?.name === members[j]?.name) return true;
  }
  return false;
}
var fewMembers = 24;
var tables = /* @__PURE__ */ new WeakMap();
function tableOf(object, members) {
  const known2 = tables.get(object);
  if (known2 !== void 0) return known2;
  const table = new Map(members.map((member) => [member.name, member]));
  tables.set(object, table);
  return table;
}
function valueOf(node, name) {
  return memberOf(node, name)?.value;
}
function stringOf(node) {
  return node?.type === "string" ? node.scalar : void 0;
}
function stringAt(node, name) {
  return stringOf(valueOf(node, name));
}
function writtenOf(node) {
  return node === void 0 || node.type === "string" ? void 0 : node.scalar;
}
function memberAbove(node) {
  return node.owner?.type === "member" ? node.owner : void 0;
}
function parentOf(node) {
  return node.owner?.type === "member" ? node.owner.object : node.owner;
}
function objectOf(member) {
  return member.object;
}

// server/src/syntax/edit.ts
function replaceValue(node, json) {
  return { ...spanOf(node), text: json };
}
function replaceMember(object, name, json) {
  const value = valueOf(object, name);
  return value === void 0 ? [] : [replaceValue(value, json)];
}
function renameMember(member, name) {
  return { ...nameSpanOf(member), text: JSON.stringify(name) };
}
function insertMember(json, object, name, value, after = []) {
  return insertMembers(json, object, [[name, value]], after);
}
function insertMembers({ text: text2 }, object, added, after = []) {
  const members = membersOf(object);
  const first = members[0];
  const gap = colonGapOf(text2, first);
  const separator = first === void 0 ? gap : separatorOf(text2, object, members);
  const written = added.map(([name, json]) => `${JSON.stringify(name)}:${gap}${json}`).join(`,${separator}`);
  if (first === void 0) return { ...innerSpanOf(object), text: written };
  const before = after.map((candidate) => memberOf(object, candidate)).find((member) => member?.value !== void 0);
  if (before === void 0) {
    const { start } = nameSpanOf(first);
    return { start, end: start, text: `${written},${separator}` };
  }
  const { end } = memberSpanOf(before);
  return { start: end, end, text: `,${separator}${written}` };
}
function separatorOf(text2, object, [first, second]) {
  const head = text2.slice(startOf(object) + 1, nameSpanOf(first).start);
  if (head.trim() === "" && /[\r\n]/.test(head)) return head;
  const between = second === void 0 ? void 0 : text2.slice(memberSpanOf(first).end, nameSpanOf(second).start);
  const written = between === void 0 ? void 0 : /^\s*,([ \t]*)$/.exec(between)?.[1];
  return written ?? colonGapOf(text2, first);
}
function valueLike(json, parent, value) {
  return writtenLike(value, layoutOf(json, parent));
}
function layoutOf({ text: text2, root: root2 }, parent) {
  const newline = text2.includes("\r\n") ? "\r\n" : "\n";
  const unit = root2 && lineHeadOf(text2, firstChildStartOf(root2));
  const isDense = unit === void 0 || unit === "";
  if (isDense) {
    const gap = /[,[]\s/.test(text2.slice(startOf(parent), startOf(parent) + 200)) ? " " : "";
    return { isDense, newline, unit: "", indent: "", gap };
  }
  let depth = 1;
  for (let above2 = parentOf(parent); above2 !== void 0; above2 = parentOf(above2)) depth++;
  const indent = lineHeadOf(text2, firstChildStartOf(parent)) ?? unit.repeat(depth);
  return { isDense, newline, unit, indent, gap: `${newline}${indent}` };
}
function firstChildStartOf(node) {
  return startOf(node) + (childrenOf(node)[0]?.at ?? 0);
}
function lineHeadOf(text2, offset) {
  const head = text2.slice(text2.lastIndexOf("\n", offset - 1) + 1, offset);
  return offset > 0 && text2.lastIndexOf("\n", offset - 1) >= 0 && /^[ \t]*$/.test(head) ? head : void 0;
}
function writtenLike(value, { isDense, unit, indent, newline, gap }) {
  if (isDense) return gap === " " ? spaced(value) : JSON.stringify(value);
  return JSON.stringify(value, void 0, unit).replaceAll("\n", `${newline}${indent}`);
}
function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${spaced(inner)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function removeMember({ text: text2 }, member) {
  const members = membersOf(member.object);
  const at = positionIn(members, member);
  const { start, end } = memberSpanOf(member);
  const next = members[at + 1];
  if (next !== void 0) return { start, end: nameSpanOf(next).start, text: "" };
  const previous = members[at - 1];
  if (previous !== void 0) return { start: memberSpanOf(previous).end, end, text: "" };
  const inner = innerSpanOf(member.object);
  return /^\s*$/.test(text2.slice(inner.start, start)) ? { ...inner, text: "" } : { start, end, text: "" };
}
function positionIn(members, { at }) {
  return positionOfFirst(members, (member) => member.at < at);
}
function applyEdits(text2, edits) {
  const sorted = [...edits].sort((a2, b3) => a2.start - b3.start || a2.end - b3.end);
  let result = "";
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    result += text2.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text2.slice(at);
}
function innerSpanOf(object) {
  const { start, end } = spanOf(object);
  return { start: start + 1, end: Math.max(start + 1, end - 1) };
}
function colonGapOf(text2, member) {
  if (member?.value === void 0) return " ";
  return /\s/.test(text2.slice(nameSpanOf(member).end, startOf(member.value))) ? " " : "";
}
function joined(edits) {
  const sorted = [...edits].sort((a2, b3) => a2.start - b3.start || a2.end - b3.end);
  const result = [];
  for (const edit of sorted) {
    const before = result.at(-1);
    if (before === void 0 || before.start !== edit.start || before.end !== before.start) result.push(edit);
    else result[result.length - 1] = { ...edit, text: before.text + edit.text };
  }
  return result;
}

// server/src/syntax/kept.ts
function keeping() {
  return memoryOf(false);
}
function inheriting() {
  return memoryOf(true);
}
function memoryOf(isInherited) {
  const memory = {
    of: (node) => linkOf(node, memory)?.thing,
    keep(node, thing) {
      const known2 = linkOf(node, memory);
      if (known2 === void 0) node.kept = { by: memory, isInherited, thing, next: node.kept };
      else known2.thing = thing;
    }
  };
  return memory;
}
function bequeath(from, heir) {
  for (let link = from.kept; link !== void 0; link = link.next) {
    if (link.isInherited) heir.kept = { ...link, next: heir.kept };
  }
  from.kept = void 0;
}
function ofValue(derive) {
  return (node) => {
    const known2 = linkOf(node, derive);
    if (known2 !== void 0) return known2.thing;
    const thing = derive(node);
    node.kept = { by: derive, isInherited: false, thing, next: node.kept };
    return thing;
  };
}
function linkOf(node, by) {
  let link = node.kept;
  while (link !== void 0 && link.by !== by) link = link.next;
  return link;
}

// server/src/syntax/walk.ts
function objectsOf(root2, isLeftOut = noneIs) {
  const found = [];
  const stack = root2 === void 0 || isLeftOut(root2) ? [] : [root2];
  for (let node = stack.pop(); node !== void 0; node = stack.pop()) {
    if (node.type === "object") found.push(node);
    const children = node.children;
    if (children === void 0) continue;
    for (let i2 = children.length - 1; i2 >= 0; i2--) {
      const child = children[i2];
      const value = child.type === "member" ? child.value : child;
      if (value?.children !== void 0 && !isLeftOut(value)) stack.push(value);
    }
  }
  return found;
}
var noneIs = () => false;
function nodeAtOffset(root2, offset) {
  let best;
  let here = root2;
  let from = offset;
  while (here !== void 0 && here.at <= from && from <= here.at + here.length) {
    best = here;
    from -= here.at;
    here = childAt(here, from);
  }
  return best;
}
function childAt(node, offset) {
  const child = lastChildBefore(node, offset);
  return child?.type === "member" ? child.value : child;
}
function lastChildBefore(node, offset) {
  const children = childrenOf(node);
  return children[positionOfFirst(children, ({ at }) => at <= offset) - 1];
}

// server/src/syntax/update.ts
function updateJson(before, edit, text2) {
  if (!(before instanceof Parsed) || before.isCutOff) return parseJson(text2);
  for (let node = innermostAround(before.root, edit); node !== void 0; node = parentOf(node)) {
    const reread = rereadNode(before, node, edit, text2);
    if (reread !== void 0) return reread;
    if (node.length * 2 > text2.length) break;
  }
  return parseJson(text2);
}
function innermostAround(root2, { start, end }) {
  for (let node = nodeAtOffset(root2, start); node !== void 0; node = parentOf(node)) {
    if (node.children === void 0) continue;
    const from = startOf(node);
    if (from < start && end < from + node.length) return node;
  }
  return void 0;
}
function rereadNode(before, node, edit, text2) {
  const start = startOf(node);
  const end = start + node.length;
  const isBefore = (fault) => fault.start < start || fault.end === start;
  const around = before.faults.filter((fault) => isBefore(fault) || fault.start >= end);
  if (before.faults.length >= maxFaults / 2 || around.some(({ code }) => losesText(code))) return void 0;
  if (before.faults.some((fault) => fault.code === "unclosed" && fault.start === start)) return void 0;
  if (text2.length / 2 >= maxValues) return void 0;
  const depth = depthOf(node);
  if (depth > maxPortableDepth) return void 0;
  const delta = edit.text.length - (edit.end - edit.start);
  const read = readRegion(text2, start, node.length + delta, depth);
  if (read === void 0 || read.type !== node.type || around.length + read.faults.length >= maxFaults / 2)
    return void 0;
  const { root: root2, faults: faults2 } = read;
  const inner = faults2.map((fault) => moved(fault, start));
  const earlier = around.filter(isBefore);
  const later = around.filter((fault) => !isBefore(fault)).map((fault) => moved(fault, delta));
  const lines = editedLines(before.lines, edit, text2);
  return new Parsed(text2, withInPlaceOf(node, root2, delta), [...earlier, ...inner, ...later], lines);
}
function moved({ code, start, end }, delta) {
  return { code, start: start + delta, end: end + delta };
}
var farthestLook = 1e4;
function readRegion(text2, start, length, depth) {
  const lineEnd = text2.indexOf("\n", start + length - 1);
  const regionEnd = Math.min(lineEnd < 0 ? text2.length : lineEnd, start + length + farthestLook);
  const parser = new Parser(copyOf(text2.slice(start, regionEnd)));
  if (!parser.readContainer(0, length, depth)) return void 0;
  const { root: root2, faults: faults2 } = parser;
  const isCutOff = regionEnd < text2.length && regionEnd !== lineEnd;
  if (root2 === void 0 || isCutOff && faults2.some(({ code }) => losesText(code))) return void 0;
  return { type: root2.type, root: root2, faults: faults2 };
}
function copyOf(text2) {
  return ` ${text2}`.slice(1);
}
function depthOf(node) {
  let depth = 0;
  for (let above2 = parentOf(node); above2 !== void 0; above2 = parentOf(above2)) depth++;
  return depth;
}
function withInPlaceOf(old, replacement, delta) {
  let [from, to] = [old, replacement];
  to.at = from.at;
  for (let above2 = containerOf(from); above2 !== void 0; above2 = containerOf(from)) {
    const copy = new Node(above2.type, above2.at, above2.length + delta, void 0, void 0, []);
    copy.children = childrenFor(copy, above2, { from, to, delta });
    bequeath(above2, copy);
    [from, to] = [above2, copy];
  }
  return to;
}
function childrenFor(copy, { children }, { from, to, delta }) {
  let shift = 0;
  return children.map((child) => {
    if (child === from) {
      shift = delta;
      to.owner = copy;
      return to;
    }
    if (child instanceof Member && child.value === from) {
      shift = delta;
      const member = new Member(child.name, child.at, child.nameLength, copy);
      member.value = to;
      to.owner = member;
      return member;
    }
    child.at += shift;
    if (child instanceof Member) {
      child.object = copy;
      if (child.value !== void 0) child.value.at += shift;
    } else child.owner = copy;
    return child;
  });
}

// server/src/oci/foreign-documents.ts
var configForms = [
  { title: "an OCI runtime configuration (runtime-spec `config.json`)", hasShape: isRuntimeConfig },
  { title: "a Docker v1 image", hasShape: isDockerV1Image },
  { title: "a Docker Model Runner config", hasShape: isModelConfig }
];
function foreignConfigOf(root2) {
  return root2 === void 0 ? void 0 : configForms.find(({ hasShape }) => hasShape(root2));
}
function isRuntimeConfig(root2) {
  if (hasDiffIds(root2) || isRuntimeState(root2)) return false;
  const parts = ["process", "root", "mounts", "linux", "windows", "vm", "hooks", "hostname"];
  if (stringAt(root2, "ociVersion") !== void 0) return parts.some((name) => has(root2, name));
  return stringAt(valueOf(root2, "root"), "path") !== void 0 && memberOf(valueOf(root2, "process"), "args") !== void 0;
}
function isRuntimeState(root2) {
  return ["ociVersion", "id", "status", "bundle"].every((name) => stringAt(root2, name) !== void 0);
}
function isDockerV1Image(root2) {
  const isId = (name) => /^[0-9a-f]{64}$/.test(stringAt(root2, name) ?? "");
  if (has(root2, "rootfs") || !(isId("id") || isId("parent"))) return false;
  return ["container_config", "docker_version", "created", "config", "layer_id"].some((n3) => has(root2, n3));
}
function isModelConfig(root2) {
  if (!hasDiffIds(root2) || has(root2, "architecture") || has(root2, "os")) return false;
  const config2 = valueOf(root2, "config");
  const parts = ["format", "format_version", "gguf", "quantization", "parameters"];
  return valueOf(root2, "descriptor")?.type === "object" || parts.some((name) => memberOf(config2, name) !== void 0);
}
function hasDiffIds(root2) {
  return memberOf(valueOf(root2, "rootfs"), "diff_ids") !== void 0;
}
function has(root2, name) {
  return memberOf(root2, name) !== void 0;
}

// server/src/oci/shapes.ts
function isDockerSchema1(root2) {
  return writtenOf(valueOf(root2, "schemaVersion")) === "1" && has2(root2, "fsLayers");
}
function isManifest(root2) {
  if (isVersion2(root2) && (isObject(root2, "config") || isDescriptorArray(root2, "layers"))) return true;
  const layers2 = valueOf(root2, "layers");
  if (layers2?.type !== "array") return false;
  if (isNearDescriptor(valueOf(root2, "config"))) return true;
  if (isObject(root2, "config") && isNearDescriptor(itemsOf(layers2)[0])) return true;
  return isDescriptorArray(root2, "layers") && ["config", "subject", "artifactType"].some((name) => has2(root2, name));
}
function isIndex(root2) {
  if (isVersion2(root2) && has2(root2, "manifests")) return true;
  const manifests2 = valueOf(root2, "manifests");
  return manifests2?.type === "array" && isNearDescriptor(itemsOf(manifests2)[0]);
}
function isArtifactManifest(root2) {
  if (has2(root2, "config") || has2(root2, "layers") || stringAt(root2, "artifactType") === void 0) return false;
  return isDescriptorArray(root2, "blobs");
}
function isLayoutHeader(root2) {
  return has2(root2, "imageLayoutVersion");
}
function isDockerConfig(root2) {
  return hasRootfs(root2) && (has2(root2, "docker_version") || has2(root2, "container_config"));
}
function isConfig(root2) {
  if (foreignConfigOf(root2) !== void 0) return false;
  if (hasRootfs(root2)) return true;
  if (stringAt(root2, "architecture") === void 0 || stringAt(root2, "os") === void 0) return false;
  return isObject(root2, "config") || isObject(root2, "rootfs") || valueOf(root2, "history")?.type === "array";
}
function isDescriptor(node) {
  const digest = stringAt(node, "digest");
  if (digest === void 0 || stringAt(node, "mediaType") === void 0) return false;
  return memberOf(node, "size") !== void 0 || digest.includes(":");
}
function isNearDescriptor(node) {
  if (node?.type !== "object") return false;
  if (isDescriptor(node)) return true;
  const mediaType = stringAt(node, "mediaType") ?? "";
  const hasDigest = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/i.test(stringAt(node, "digest") ?? "");
  const hasSize = valueOf(node, "size")?.type === "number";
  const hasPlatform = valueOf(node, "platform")?.type === "object";
  if (hasDigest) return hasSize || hasPlatform || mediaType.includes("/");
  return /^application\/vnd\.(?:oci|docker)\./.test(mediaType) && (hasSize || hasPlatform || has2(node, "digest"));
}
function has2(root2, name) {
  return memberOf(root2, name) !== void 0;
}
function isObject(root2, name) {
  return valueOf(root2, name)?.type === "object";
}
function isVersion2(root2) {
  return writtenOf(valueOf(root2, "schemaVersion")) === "2";
}
function hasRootfs(root2) {
  const rootfs = valueOf(root2, "rootfs");
  return memberOf(rootfs, "diff_ids") !== void 0 || stringAt(rootfs, "type") === "layers";
}
function isDescriptorArray(root2, name) {
  const array = valueOf(root2, name);
  const first = array?.type === "array" ? itemsOf(array)[0] : void 0;
  return first?.type === "object" && isDescriptor(first);
}

// server/src/oci/kinds.ts
var subject = { member: "subject", role: "subject", isArray: false };
var config = { member: "config", role: "config", isArray: false };
var layers = { member: "layers", role: "layer", isArray: true };
var blobs = { member: "blobs", role: "blob", isArray: true };
var manifests = { member: "manifests", role: "manifest", isArray: true };
var kindRows = [
  {
    kind: "docker-schema1",
    title: "Docker manifest, schema 1",
    mediaTypes: [
      "application/vnd.docker.distribution.manifest.v1+json",
      "application/vnd.docker.distribution.manifest.v1+prettyjws"
    ],
    statesMediaType: false,
    hasShape: isDockerSchema1,
    descriptors: [],
    traits: ["docker"]
  },
  {
    kind: "manifest",
    title: "image manifest",
    mediaTypes: ["application/vnd.oci.image.manifest.v1+json"],
    statesMediaType: true,
    hasShape: isManifest,
    descriptors: [config, layers, subject],
    traits: ["oci", "is-image", "has-layers", "takes-empty-config", "embeds-data"],
    schema: "manifest"
  },
  {
    kind: "index",
    title: "image index",
    mediaTypes: ["application/vnd.oci.image.index.v1+json"],
    statesMediaType: true,
    hasShape: isIndex,
    descriptors: [manifests, subject],
    traits: ["oci", "is-image", "lists-manifests", "embeds-data"],
    schema: "index"
  },
  {
    kind: "docker-manifest",
    title: "Docker manifest, schema 2",
    mediaTypes: ["application/vnd.docker.distribution.manifest.v2+json"],
    statesMediaType: true,
    hasShape: () => false,
    descriptors: [config, layers],
    traits: ["docker", "is-image", "has-layers"],
    schema: "docker-manifest"
  },
  {
    kind: "docker-manifest-list",
    title: "Docker manifest list",
    mediaTypes: ["application/vnd.docker.distribution.manifest.list.v2+json"],
    statesMediaType: true,
    hasShape: () => false,
    descriptors: [manifests],
    traits: ["docker", "is-image", "lists-manifests"],
    schema: "docker-manifest-list"
  },
  {
    kind: "artifact-manifest",
    title: "OCI artifact manifest",
    mediaTypes: ["application/vnd.oci.artifact.manifest.v1+json"],
    statesMediaType: true,
    hasShape: isArtifactManifest,
    descriptors: [blobs, subject],
    traits: ["oci", "has-blobs"],
    schema: "artifact-manifest"
  },
  {
    kind: "oras-artifact-manifest",
    title: "ORAS artifact manifest",
    mediaTypes: ["application/vnd.cncf.oras.artifact.manifest.v1+json"],
    statesMediaType: true,
    hasShape: () => false,
    descriptors: [blobs, subject],
    traits: ["has-blobs"],
    schema: "oras-artifact-manifest"
  },
  {
    kind: "layout-header",
    title: "OCI layout header",
    mediaTypes: ["application/vnd.oci.layout.header.v1+json"],
    statesMediaType: false,
    hasShape: isLayoutHeader,
    descriptors: [],
    traits: ["oci"],
    schema: "layout-header"
  },
  {
    kind: "docker-config",
    title: "Docker image config",
    mediaTypes: ["application/vnd.docker.container.image.v1+json"],
    statesMediaType: false,
    hasShape: isDockerConfig,
    descriptors: [],
    traits: ["docker", "is-image-config"],
    schema: "docker-config"
  },
  {
    kind: "config",
    title: "image config",
    mediaTypes: ["application/vnd.oci.image.config.v1+json"],
    statesMediaType: false,
    hasShape: isConfig,
    descriptors: [],
    traits: ["oci", "is-image-config"],
    schema: "config"
  },
  {
    kind: "descriptor",
    title: "descriptor",
    mediaTypes: ["application/vnd.oci.descriptor.v1+json"],
    statesMediaType: false,
    hasShape: isDescriptor,
    descriptors: [{ member: "", role: "descriptor", isArray: false }],
    traits: ["oci", "is-descriptor", "embeds-data"],
    schema: "descriptor"
  },
  {
    kind: "docker-save",
    title: "manifest of docker save",
    mediaTypes: [],
    statesMediaType: false,
    hasShape: () => false,
    descriptors: [],
    traits: ["docker", "lists-saved-images"]
  },
  {
    kind: "foreign-config",
    title: "document of another format",
    mediaTypes: [],
    statesMediaType: false,
    hasShape: () => false,
    descriptors: [],
    traits: []
  }
];
var rowsByKind = new Map(kindRows.map((row) => [row.kind, row]));
var rowsByMediaType = new Map(kindRows.flatMap((row) => row.mediaTypes.map((type) => [type, row])));
function kindRowOf(kind) {
  return rowsByKind.get(kind);
}
function hasTraits(kind, ...traits) {
  return kind !== void 0 && traits.every((trait) => kindRowOf(kind).traits.includes(trait));
}
function kindOfMediaType(mediaType) {
  return mediaType === void 0 ? void 0 : rowsByMediaType.get(mediaType)?.kind;
}
function mediaTypeOfKind(kind) {
  return kindRowOf(kind).mediaTypes[0] ?? "";
}

// server/src/oci/decide-kind.ts
function decideKind(json, hints = {}) {
  const decided = kindFor(json, hints);
  if (!isImageConfig(decided?.kind) || foreignConfigOf(json.root) === void 0) return decided;
  return { kind: "foreign-config", why: "it stands where an image config should" };
}
function isImageConfig(kind) {
  return kind === "config" || kind === "docker-config";
}
function kindFor(json, hints) {
  if (hints.associated !== void 0) return { kind: hints.associated, why: "you said so" };
  if (hints.fenced !== void 0) return { kind: hints.fenced, why: "the fence around it says so" };
  if (hints.path === "docker-save" && json.root?.type !== "array") return kindFor(json, { ...hints, path: void 0 });
  if (hints.path !== void 0) return { kind: hints.path, why: "its place in an OCI layout says so" };
  const pointed = kindOfMediaType(hints.pointedAs);
  if (pointed !== void 0) return { kind: pointed, why: "the descriptor that points at it says so" };
  if (hints.pointedAs !== void 0) return void 0;
  const { root: root2 } = json;
  if (root2?.type !== "object") return void 0;
  const stated = isBareDescriptor(json) ? void 0 : kindOfMediaType(stringAt(root2, "mediaType"));
  if (stated !== void 0) return contradictedBy(json, stated) ?? { kind: stated, why: "its `mediaType` says so" };
  if (isStranger(json)) return void 0;
  const row = kindRows.find((candidate) => candidate.hasShape(root2));
  return row === void 0 ? void 0 : { kind: row.kind, why: "its properties are those of this kind" };
}
function isBareDescriptor({ root: root2 }) {
  const documentMembers = ["schemaVersion", "manifests", "config", "layers"];
  if (documentMembers.some((name) => memberOf(root2, name) !== void 0)) return false;
  return memberOf(root2, "digest") !== void 0 || memberOf(root2, "size") !== void 0;
}
var counterpart = {
  index: "manifest",
  manifest: "index",
  "docker-manifest-list": "docker-manifest",
  "docker-manifest": "docker-manifest-list"
};
function contradictedBy({ root: root2 }, stated) {
  const other = counterpart[stated];
  if (other === void 0) return void 0;
  const hasManifests = memberOf(root2, "manifests") !== void 0;
  const hasContent = memberOf(root2, "config") !== void 0 || memberOf(root2, "layers") !== void 0;
  const isStatedAsManifest = stated === "manifest" || stated === "docker-manifest";
  const isContradicted = isStatedAsManifest ? hasManifests && !hasContent : hasContent && !hasManifests;
  if (!isContradicted) return void 0;
  return { kind: other, why: "its properties say so, although its `mediaType` does not" };
}
var strangeMembers = /* @__PURE__ */ new Set([
  "dependencies",
  "devDependencies",
  "manifest_version",
  "start_url",
  "short_name",
  "icons",
  "terraform_version",
  "lineage",
  "lockfileVersion",
  "compilerOptions"
]);
function isStranger({ root: root2 }) {
  return membersOf(root2).some((member) => strangeMembers.has(member.name));
}

// server/src/oci/annotation-keys.ts
var refNameKey = "org.opencontainers.image.ref.name";
var titleKey = "org.opencontainers.image.title";

// server/src/oci/digest.ts
var registeredAlgorithms = [
  { name: "sha256", hexLength: 64 },
  { name: "sha512", hexLength: 128 },
  { name: "blake3", hexLength: 64 }
];
var grammar = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([A-Za-z0-9=_-]+)$/;
var usual2 = /^sha256:[0-9a-f]{64}$/;
var maxLength = 1024;
function readDigest(text2) {
  if (text2 === void 0 || digestProblemOf(text2) !== void 0) return void 0;
  const colon2 = text2.indexOf(":");
  return { algorithm: text2.slice(0, colon2), encoded: text2.slice(colon2 + 1) };
}
function digestProblemOf(text2) {
  if (usual2.test(text2)) return void 0;
  if (text2.length > maxLength) return "too-long";
  const match = grammar.exec(text2);
  if (match === null) return grammarProblemOf(text2);
  return encodedProblemOf(match[1], match[2]);
}
function algorithmOf(text2) {
  return text2 === void 0 || text2.length > maxLength ? void 0 : grammar.exec(text2)?.[1];
}
function registeredAlgorithmOf(name) {
  return registeredAlgorithms.find((algorithm) => algorithm.name === name);
}
function grammarProblemOf(text2) {
  const colon2 = text2.indexOf(":");
  if (colon2 < 0) return "no-colon";
  if (colon2 === 0) return "empty-algorithm";
  if (!/^[a-z0-9]+(?:[+._-][a-z0-9]+)*$/.test(text2.slice(0, colon2))) return "bad-algorithm";
  return colon2 === text2.length - 1 ? "empty-encoded" : "bad-encoded";
}
function encodedProblemOf(name, encoded) {
  const algorithm = registeredAlgorithmOf(name);
  if (algorithm === void 0) return void 0;
  if (!/^[0-9a-fA-F]*$/.test(encoded)) return "not-hex";
  if (encoded.length !== algorithm.hexLength) return "wrong-length";
  return /[A-F]/.test(encoded) ? "upper-case" : void 0;
}
function shortDigest(digest) {
  const colon2 = digest.indexOf(":");
  return digest.length - colon2 > 13 ? `${digest.slice(0, colon2 + 13)}\u2026` : digest;
}

// server/src/oci/size.ts
var maxSize = 9223372036854775807n;
var maxExactSize = 9007199254740991n;
function readSize(written) {
  if (written === void 0 || !/^(?:0|[1-9][0-9]{0,18})$/.test(written)) return void 0;
  const size = BigInt(written);
  return size <= maxSize ? size : void 0;
}
function readInt64(written) {
  if (!/^-?(?:0|[1-9][0-9]{0,18})$/.test(written)) return void 0;
  const value = BigInt(written);
  return value <= maxSize && value >= -maxSize - 1n ? value : void 0;
}

// server/src/oci/descriptor.ts
function readDescriptors(root2, row) {
  const found = [];
  for (const place of row?.descriptors ?? []) {
    const node = place.member === "" ? root2 : valueOf(root2, place.member);
    if (node === void 0) continue;
    const nodes = place.isArray ? itemsOf(node) : [node];
    nodes.forEach((item, position) => {
      if (item.type === "object") found.push(new Written(item, place.role, position));
    });
  }
  return found;
}
var readDescriptor = ofValue((node) => {
  const mediaType = stringAt(node, "mediaType");
  const digest = readDigest(stringAt(node, "digest"));
  const size = readSize(writtenOf(valueOf(node, "size")));
  if (mediaType === void 0 || digest === void 0 || size === void 0) return void 0;
  return { mediaType, digest, size };
});
function toDigestText(digest) {
  return `${digest.algorithm}:${digest.encoded}`;
}
var Promising = class {
  constructor(node) {
    this.node = node;
  }
  node;
  get value() {
    return readDescriptor(this.node);
  }
  get digestText() {
    return stringAt(this.node, "digest");
  }
  get sizeText() {
    return writtenOf(valueOf(this.node, "size"));
  }
  get data() {
    return stringAt(this.node, "data");
  }
  get title() {
    return stringAt(valueOf(this.node, "annotations"), titleKey);
  }
};
var Written = class extends Promising {
  constructor(node, role, position) {
    super(node);
    this.role = role;
    this.position = position;
  }
  role;
  position;
};

// server/src/oci/document.ts
function readDocument(uri, text2, hints = {}) {
  return documentOf(uri, parseJson(text2), hints, void 0);
}
function readEdited(before, edits, text2, hints) {
  let { json } = before;
  let counted2 = before instanceof Read ? before.counted : void 0;
  edits.forEach((edit, at) => {
    const isLast = at === edits.length - 1;
    const edited = isLast ? text2 : applyEdits(json.text, [edit]);
    if (counted2 !== void 0) counted2 += bytesAround(edited, edit.start, edit.text.length);
    if (counted2 !== void 0) counted2 -= bytesAround(json.text, edit.start, edit.end - edit.start);
    json = updateJson(json, edit, edited);
  });
  return documentOf(before.uri, json, hints, void 0, void 0, counted2);
}
function bytesAround(text2, start, length) {
  return new TextEncoder().encode(text2.slice(Math.max(0, start - 1), start + length + 1)).length;
}
function readDocumentBytes(uri, bytes, hints = {}) {
  return documentOf(uri, parseJsonBytes(bytes), hints, bytes.length);
}
function documentOf(uri, json, hints, bytes, passage, counted2) {
  const decided = decideKind(json, hints);
  return new Read(uri, json, hints, decided?.kind, decided?.why, bytes, passage, counted2);
}
var Read = class {
  constructor(uri, json, hints, kind, why, bytes, passage, counted2) {
    this.uri = uri;
    this.json = json;
    this.hints = hints;
    this.kind = kind;
    this.why = why;
    this.bytes = bytes;
    this.passage = passage;
    this.counted = counted2;
    this.root = json.root;
    this.row = kind === void 0 ? void 0 : kindRowOf(kind);
  }
  uri;
  json;
  hints;
  kind;
  why;
  bytes;
  passage;
  counted;
  root;
  row;
  derived = /* @__PURE__ */ new Map();
  written;
  get descriptors() {
    this.written ??= readDescriptors(this.root, this.row);
    return this.written;
  }
  get byteLength() {
    if (this.bytes !== void 0) return this.bytes;
    this.counted ??= new TextEncoder().encode(this.json.text).length;
    return this.counted;
  }
};

// server/src/rules/rule.ts
var profiles = ["spec", "recommended", "portable", "strict"];
var profileNames = ["spec-1.0", "spec-1.1", ...profiles];

// server/src/rules/support/settings.ts
var defaultRuleSettings = { profile: "recommended", levels: /* @__PURE__ */ new Map() };
function isOn(meta, settings) {
  const level = settings.levels.get(meta.id);
  if (level !== void 0) return level !== "off";
  const { profile } = settings;
  const set = profile === "spec-1.0" || profile === "spec-1.1" ? "spec" : profile;
  return profiles.indexOf(meta.profile) <= profiles.indexOf(set);
}
function appliesTo({ meta }, kind) {
  return meta.kinds === "any" || kind !== void 0 && meta.kinds.includes(kind);
}
function severityOf(meta, own, settings) {
  const level = settings.levels.get(meta.id);
  if (level !== void 0 && level !== "off") return level;
  const isPortable = settings.profile === "portable" || settings.profile === "strict";
  return own ?? (isPortable ? meta.portableSeverity ?? meta.severity : meta.severity);
}

// server/src/rules/support/spec-versions.ts
var clausesAfter111 = /* @__PURE__ */ new Set([
  ...["descriptor-size-not-negative", "digest-blake3-form", "digest-blake3-lower"],
  ...["layer-whiteout-needs-name", "json-utf8", "json-duplicate-names", "json-number-precision", "json-i-json"]
]);
var clausesOf11 = /* @__PURE__ */ new Set([
  ...["manifest-artifact-type-with-empty-config", "manifest-artifact-type-syntax", "manifest-layers-zstd-optional"],
  ...["manifest-artifact-type-unknown-accepted", "manifest-subject-is-descriptor", "manifest-subject-names-manifest"],
  ...["manifest-config-artifact-portable", "manifest-unknown-artifact-fallback", "manifest-config-unique-image-id"],
  ...["empty-descriptor-digest", "empty-descriptor-size", "empty-descriptor-data", "empty-blob-zero-size"],
  ...["artifact-config-type", "artifact-single-layer", "artifact-unused-layers", "artifact-no-blob-shape"],
  ...["artifact-no-config-shape", "artifact-with-config-shape", "artifact-config-not-image-type"],
  ...["spec-example-annotation-prefix"],
  ...["index-artifact-type-syntax", "index-subject-is-descriptor", "index-first-match-wins"],
  ...["descriptor-data-base64", "descriptor-data-identical", "descriptor-data-not-added-late", "descriptor-data-small"],
  ...["descriptor-artifact-type-syntax", "descriptor-artifact-type-value"],
  ...["annotation-base-digest-form", "annotation-base-digest-immediate", "annotation-base-not-other"],
  ...["annotation-base-name-reference", "annotation-base-name-qualified", "annotation-base-pair"],
  ...["media-type-nondistributable", "layer-nondistributable-not-produced"],
  ...[
    "layer-zstd-suffix",
    "platform-variant-unlisted",
    "config-args-escaped-deprecated",
    "config-reserved-fields",
    "config-variant-table",
    "config-os-features-windows"
  ],
  ...["referrers-is-index", "referrers-empty-list", "referrers-artifact-type", "referrers-artifact-type-from-config"],
  ...["referrers-artifact-type-omitted-for-index", "referrers-annotations", "referrers-subject-agrees"],
  ...["referrers-manifest-artifact-type-present", "referrers-tag-name", "referrers-tag-target-index"],
  ...["referrers-fallback-no-duplicates", "referrers-fallback-artifact-type"],
  ...["referrers-fallback-artifact-type-from-config", "referrers-fallback-annotations", "dist-subject-may-dangle"],
  ...["dist-manifest-size", "dist-repository-name-length"]
]);
var isNewerThan = {
  "spec-1.0": (clause) => clausesAfter111.has(clause) || clausesOf11.has(clause),
  "spec-1.1": (clause) => clausesAfter111.has(clause)
};
function isOfVersion({ clause }, meta, { profile, levels }) {
  const isNewer = isNewerThan[profile];
  if (isNewer === void 0 || levels.has(meta.id)) return true;
  const clauses = clause === void 0 ? meta.clauses : [clause];
  return clauses.length === 0 || !clauses.every(isNewer);
}
function isUnreleased(clause) {
  return clause !== void 0 && clausesAfter111.has(clause);
}

// server/src/syntax/pointer.ts
function pathOf(node) {
  const path = [];
  for (let here = node; here !== void 0; here = parentOf(here)) {
    if (here.owner?.type === "member") path.push(here.owner.name);
    else if (here.owner !== void 0) path.push(positionOf(here, here.owner));
  }
  return path.reverse();
}
function positionOf(item, array) {
  return positionOfFirst(itemsOf(array), ({ at }) => at < item.at);
}
function toPointer(path) {
  let pointer = "";
  for (const step of path) pointer += `/${escapeStep(String(step))}`;
  return pointer;
}
function pointerOf(node) {
  return toPointer(pathOf(node));
}
function pointerOfMember(member) {
  return `${pointerOf(member.object)}/${escapeStep(member.name)}`;
}
function readPointer(pointer) {
  if (pointer === "") return [];
  return pointer.slice(1).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function nodeAt(root2, pointer) {
  let node = root2;
  for (const step of typeof pointer === "string" ? readPointer(pointer) : pointer) {
    if (node === void 0) return void 0;
    node = node.type === "array" ? itemsOf(node)[Number(step)] : memberOf(node, String(step))?.value;
  }
  return node;
}
function escapeStep(step) {
  return step.includes("~") || step.includes("/") ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step;
}

// server/src/syntax/innermost.ts
function innermostPointers(root2) {
  if (root2 === void 0) return () => "";
  let near = { node: root2, start: startOf(root2) };
  let last;
  let room = mostPointers;
  return (span) => {
    const place = room < 0 ? void 0 : placeAround(near, span);
    if (place === void 0) return "";
    near = place;
    const { node, member } = place;
    const of = member ?? node;
    if (last?.of === of) return last.pointer;
    const pointer = member === void 0 ? pointerOf(node) : pointerOfMember(member);
    room -= pointer.length;
    last = { of, pointer };
    return pointer;
  };
}
var mostPointers = 1e7;
function placeAround(near, span) {
  let here = near;
  while (here !== void 0 && !holds(here.start, here.node.length, span)) here = above(here);
  while (here !== void 0) {
    const below2 = placeBelow(here, span);
    if (below2 === void 0) return { node: here.node, start: here.start };
    if (below2.member !== void 0) return below2;
    here = below2;
  }
  return void 0;
}
function above({ node, start }) {
  const parent = parentOf(node);
  return parent && { node: parent, start: start - node.at };
}
function holds(from, length, { start, end }) {
  return (start === end ? from < start : from <= start) && start < from + length;
}
function placeBelow({ node, start }, span) {
  const child = lastChildBefore(node, span.start - start);
  if (child === void 0) return void 0;
  if (child.type !== "member") return valueAround(child, start, span);
  const { at, nameLength, value } = child;
  const member = { node, start, member: child };
  if (value === void 0) return member;
  return valueAround(value, start, span) ?? (holds(start + at, Math.max(nameLength, value.at + value.length - at), span) ? member : void 0);
}
function valueAround(node, around, span) {
  const start = around + node.at;
  return holds(start, node.length, span) ? { node, start } : void 0;
}

// server/src/rules/support/finding.ts
function findingAtValue(node, message4, details2 = {}) {
  return { span: spanOf(node), pointer: pointerOf(node), message: message4, ...details2 };
}
function findingAtSpan(node, span, message4, details2 = {}) {
  return { span, pointer: pointerOf(node), message: message4, ...details2 };
}
function findingAtName(member, message4, details2 = {}) {
  return { span: nameSpanOf(member), pointer: pointerOfMember(member), message: message4, ...details2 };
}
function findingMissing(object, missing, message4, details2 = {}) {
  return { span: headOf(object), pointer: pointerOf(object), missing: [missing], message: message4, ...details2 };
}
function headOf(node) {
  const member = memberAbove(node);
  if (member !== void 0) return nameSpanOf(member);
  const { start, end } = spanOf(node);
  return { start, end: Math.min(end, start + 1) };
}
function quoted(text2, limit2 = 60) {
  const written = JSON.stringify(text2);
  if (written.length <= limit2) return written;
  const half = limit2 - 1 >> 1;
  return `${written.slice(0, half)}\u2026${written.slice(-half)}`;
}
function shownDigest(text2) {
  return readDigest(text2) === void 0 ? quoted(text2, 30) : shortDigest(text2);
}
function inBackticks(name) {
  return `\`${quoted(name).slice(1, -1).replaceAll("`", "'")}\``;
}

// server/src/rules/text/json-syntax.ts
var jsonSyntax = {
  meta: {
    id: "json-syntax",
    title: "Invalid JSON syntax",
    kinds: "any",
    severity: "error",
    profile: "spec",
    clauses: [],
    fixable: true
  },
  *check(document) {
    const all = document.json.faults;
    const hasLosses = all.some(({ code }) => losesText(code));
    const faults2 = all.filter(({ code }) => !encodingFaults.has(code) && !(hasLosses && code === "trailing-content"));
    const pointerAt = innermostPointers(document.root);
    const broken2 = all.filter(({ code }) => code === "unterminated-string");
    for (const cluster of clustersOf(document.json, faults2)) {
      const [first] = cluster;
      if (first !== void 0 && isOneMistake(cluster)) yield { ...findingOf(document, first, pointerAt), fixes: [] };
      else for (const fault of cluster) yield findingOf(document, fault, pointerAt, abutsAny(fault, broken2));
    }
  }
};
function abutsAny({ start, end }, broken2) {
  return broken2.some((string) => string.start <= end && start <= string.end);
}
var reach = 60;
function* clustersOf({ text: text2 }, faults2) {
  let cluster = [];
  for (const fault of faults2) {
    const last = cluster.at(-1);
    const isNear2 = last !== void 0 && isBehind(last, fault) && !text2.slice(last.start, fault.start).includes("\n");
    if (isNear2) cluster.push(fault);
    else {
      if (cluster.length > 0) yield cluster;
      cluster = [fault];
    }
  }
  if (cluster.length > 0) yield cluster;
}
function isBehind(last, { start }) {
  return start >= last.start && start - last.end <= reach;
}
var derailing = /* @__PURE__ */ new Set([
  "missing-colon",
  "missing-value",
  "unexpected",
  "unterminated-string"
]);
var words = ["unquoted-name", "bad-literal", "bad-number"];
function isOneMistake(cluster) {
  if (cluster.length < 2) return false;
  const codes = new Set(cluster.map(({ code }) => code));
  return cluster.some(({ code }) => derailing.has(code)) || codes.has("missing-comma") && words.some((code) => codes.has(code));
}
var messages = {
  empty: "Document is empty. Expected a JSON object.",
  comment: "JSON does not allow comments. Remove it.",
  "trailing-comma": "Trailing comma. Remove it.",
  "missing-comma": "Missing comma between two entries.",
  "missing-colon": "Missing colon between name and value.",
  "missing-name": "Missing property name.",
  "missing-value": "Missing value.",
  "single-quotes": "JSON strings must use double quotes.",
  "unterminated-string": "Missing closing quote.",
  "control-character": "Control characters in a JSON string must be escaped, as in \\t or \\u0000.",
  unclosed: "Missing closing bracket. The document may be cut off.",
  "too-many-faults": "Too many syntax errors; the rest of the file was not checked.",
  "too-many-values": "Document has more than 3,000,000 values; the rest was not checked.",
  "trailing-content": "Unexpected content after the end of the JSON document."
};
function findingOf({ json, root: root2 }, fault, pointerAt, isInString = false) {
  const written = json.text.slice(fault.start, fault.end);
  const message4 = messages[fault.code] ?? messageFor(fault.code, written);
  const fix = isInString ? void 0 : fixFor(fault, written);
  return {
    span: { start: fault.start, end: fault.end },
    pointer: pointerAt(fault),
    message: message4,
    // Large is not wrong, unless it is not even an object.
    ...fault.code === "too-many-values" && root2?.type === "object" ? { severity: "warning" } : {},
    ...fix === void 0 ? {} : { fixes: [fix] }
  };
}
function messageFor(code, written) {
  switch (code) {
    case "unquoted-name":
      return `Property name ${inBackticks(written)} must be in double quotes.`;
    case "bad-escape":
      return `Invalid escape ${written} in a JSON string. Write a backslash as \\\\.`;
    case "bad-number":
      return `Invalid number ${quoted(written)}. ${numberHintFor(written)}`;
    case "bad-literal":
      return `Invalid value ${quoted(written)}. ${literalHintFor(written)}`;
    default:
      return `Unexpected ${quoted(written)}.`;
  }
}
function numberHintFor(written) {
  if (/^\+[1-9]\d*$/.test(written)) return "Remove the plus sign.";
  return /^-?0\d+$/.test(written) ? "Remove the leading zeros." : "Text such as a version must be in double quotes.";
}
var literals = { none: "null", nil: "null", undefined: "null" };
function literalFor(written) {
  const lower = written.toLowerCase();
  if (lower === "true" || lower === "false" || lower === "null") return lower;
  return Object.hasOwn(literals, lower) ? literals[lower] : void 0;
}
function literalHintFor(written) {
  const literal = literalFor(written);
  return literal === void 0 ? "Text must be in double quotes." : `Write ${literal}.`;
}
function fixFor(fault, written) {
  const { start, end } = fault;
  switch (fault.code) {
    case "trailing-content":
      return { title: "Remove content after the document", edits: [{ start, end, text: "" }], isSafe: false };
    case "trailing-comma":
      return { title: "Remove comma", edits: [{ start, end, text: "" }], isSafe: true };
    case "missing-comma":
      return { title: "Insert comma", edits: [{ start, end, text: "," }], isSafe: true };
    case "comment":
      return { title: "Remove comment", edits: [{ start, end, text: "" }], isSafe: false };
    case "unquoted-name":
      return {
        title: "Quote property name",
        edits: [{ start, end, text: JSON.stringify(unquoted(written)) }],
        isSafe: true
      };
    case "bad-literal": {
      const literal = literalFor(written);
      if (literal === void 0) return void 0;
      return { title: `Replace with ${literal}`, edits: [{ start, end, text: literal }], isSafe: false };
    }
    default:
      return void 0;
  }
}

// server/src/lint/one-fault.ts
var ranks = { error: 3, warning: 2, information: 1, hint: 0 };
function oneOfEachFault(candidates) {
  const loudest = loudestByFault(candidates);
  const garbling = garblingByPointer(candidates);
  const kept = [];
  for (const candidate of candidates) {
    if (candidate.isSilent) continue;
    const left = leftOf(candidate, loudest);
    if (left !== void 0 && !garbling.get(left.pointer)?.some((other) => garbles(other, left))) kept.push(left);
  }
  return kept;
}
function loudestByFault(candidates) {
  const loudest = /* @__PURE__ */ new Map();
  for (const candidate of candidates) {
    const { finding, isSilent } = candidate;
    if (isUncontested(finding) || isSilent && finding.missingFrom !== void 0) continue;
    for (const fault of faultsOf(finding)) {
      const other = loudest.get(fault);
      if (other === void 0 || rankOf(other) < rankOf(candidate)) loudest.set(fault, candidate);
    }
  }
  return loudest;
}
function rankOf({ finding, own }) {
  return ranks[finding.missingFrom === void 0 ? own : finding.severity];
}
function leftOf(candidate, loudest) {
  const { finding } = candidate;
  if (isUncontested(finding)) return finding;
  const isTaken = (fault) => loudest.get(fault) !== candidate;
  if (valueFaultsOf(finding).some(isTaken)) return void 0;
  const { missing = [] } = finding;
  const taken2 = missing.filter((name) => isTaken(missingFault(finding, name)));
  if (taken2.length === 0) return finding;
  if (taken2.length === missing.length || finding.without === void 0) return void 0;
  return { ...finding, ...finding.without(new Set(taken2)) };
}
function isUncontested({ covers: covers2, missing }) {
  return covers2 === void 0 && missing === void 0;
}
function faultsOf(finding) {
  return [...valueFaultsOf(finding), ...(finding.missing ?? []).map((name) => missingFault(finding, name))];
}
function valueFaultsOf({ pointer, covers: covers2 = [] }) {
  return covers2.map((keyword) => `${keyword} ${pointer}`);
}
function missingFault({ pointer, missingFrom = pointer }, name) {
  return `${missingFrom}/${name} is missing`;
}
function garblingByPointer(candidates) {
  const garbling = /* @__PURE__ */ new Map();
  for (const { finding, isSilent } of candidates) {
    if (isSilent || finding.garbles !== true) continue;
    const same = garbling.get(finding.pointer);
    if (same === void 0) garbling.set(finding.pointer, [finding]);
    else same.push(finding);
  }
  return garbling;
}
function garbles(garbling, { rule, severity, span }) {
  const overlaps = garbling.span.start <= span.end && garbling.span.end >= span.start;
  return rule !== garbling.rule && overlaps && ranks[garbling.severity] >= ranks[severity];
}

// server/src/rules/support/once.ts
function once(derive) {
  return (document) => {
    const { derived } = document;
    const known2 = derived.get(derive);
    if (known2 !== void 0 || derived.has(derive)) return known2;
    const value = derive(document);
    derived.set(derive, value);
    return value;
  };
}
function onceEach(derive) {
  return (text2, around) => {
    let known2 = around.derived.get(derive);
    if (known2 === void 0) {
      known2 = /* @__PURE__ */ new Map();
      around.derived.set(derive, known2);
    }
    const derived = known2.get(text2);
    if (derived !== void 0 || known2.has(text2)) return derived;
    const value = derive(text2, around);
    known2.set(text2, value);
    return value;
  };
}

// server/src/rules/support/tally.ts
var Tally = class {
  constructor(keyOf2) {
    this.keyOf = keyOf2;
  }
  keyOf;
  groups = /* @__PURE__ */ new Map();
  /** The keys of more than one. */
  shared = /* @__PURE__ */ new Set();
  /** Those of a key, in the order of the text. */
  of(key) {
    const group = this.groups.get(key);
    if (group === void 0) return none2;
    return Array.isArray(group) ? inTextOrder(group) : [group];
  }
  /** Those of several keys, in the order of the text. */
  ofAll(keys2) {
    return inTextOrder(keys2.flatMap((key) => this.groups.get(key) ?? none2));
  }
  get keys() {
    return this.groups.keys();
  }
  anyOf(key) {
    const group = this.groups.get(key);
    return Array.isArray(group) ? group[0] : group;
  }
  countOf(key) {
    const group = this.groups.get(key);
    return Array.isArray(group) ? group.length : group === void 0 ? 0 : 1;
  }
  /** The groups of more than one, in the order of their first ones. */
  get twins() {
    return inOrderOfFirsts([...this.shared].map((key) => this.of(key)));
  }
  add(parts) {
    const key = this.keyOf(parts);
    if (key === void 0) return;
    const group = this.groups.get(key);
    if (group === void 0) this.groups.set(key, parts);
    else if (Array.isArray(group)) group.push(parts);
    else {
      this.groups.set(key, [group, parts]);
      this.shared.add(key);
    }
  }
  remove(parts) {
    const key = this.keyOf(parts);
    const group = key === void 0 ? void 0 : this.groups.get(key);
    if (key === void 0 || group === void 0) return;
    const left = Array.isArray(group) ? group.filter((one) => one !== parts) : [];
    const [only] = left;
    if (only === void 0) this.groups.delete(key);
    else this.groups.set(key, left.length === 1 ? only : left);
    if (left.length < 2) this.shared.delete(key);
  }
};
var none2 = [];
function inTextOrder(group) {
  const placed = group.map((parts) => ({ parts, start: startOf(parts.node) }));
  return placed.sort((a2, b3) => a2.start - b3.start).map(({ parts }) => parts);
}
function inOrderOfFirsts(groups) {
  const byFirst = new Map(groups.map((group) => [group[0], group]));
  return inTextOrder(groups.flatMap(([first]) => first ?? [])).map((first) => byFirst.get(first));
}

// server/src/rules/support/descriptor-parts.ts
var descriptorKinds = [
  "index",
  "manifest",
  "descriptor",
  "docker-manifest",
  "docker-manifest-list",
  "artifact-manifest",
  "oras-artifact-manifest"
];
var rolls = inheriting();
var rollOf = once(({ descriptors, root: root2, kind }) => {
  const before = root2 && rolls.of(root2);
  const roll = before === void 0 || before.kind !== kind ? newRoll(descriptors, kind) : continued(before, descriptors);
  if (root2 !== void 0) rolls.keep(root2, roll);
  return roll;
});
function newRoll(descriptors, kind) {
  return { kind, parts: descriptors.map(({ node, role }) => partsOf(node, role)), tallies: /* @__PURE__ */ new Map() };
}
function continued(before, descriptors) {
  const { parts, kind, tallies } = before;
  const [count, newCount] = [parts.length, descriptors.length];
  const most = Math.min(count, newCount);
  let head = 0;
  while (head < most && parts[head]?.node === descriptors[head]?.node) head++;
  let tail = 0;
  while (tail < most - head && parts[count - 1 - tail]?.node === descriptors[newCount - 1 - tail]?.node) tail++;
  const removed = parts.slice(head, count - tail);
  const added = descriptors.slice(head, newCount - tail).map(({ node, role }) => partsOf(node, role));
  for (const tally of tallies.values()) {
    for (const one of removed) tally.remove(one);
    for (const one of added) tally.add(one);
  }
  before.tallies = /* @__PURE__ */ new Map();
  return { kind, parts: parts.slice(0, head).concat(added, parts.slice(count - tail)), tallies };
}
function descriptorPartsOf(document) {
  return rollOf(document).parts;
}
function tallied(keyOf2) {
  return (document) => {
    const { parts, tallies } = rollOf(document);
    const known2 = tallies.get(keyOf2);
    if (known2 !== void 0) return known2;
    const tally = new Tally(keyOf2);
    for (const one of parts) tally.add(one);
    tallies.set(keyOf2, tally);
    return tally;
  };
}
var isDescriptorIn = once(({ root: root2, row }) => {
  const lists = /* @__PURE__ */ new Set();
  const single = /* @__PURE__ */ new Set();
  for (const { member, isArray } of row?.descriptors ?? []) {
    const value = member === "" ? root2 : valueOf(root2, member);
    if (value?.type === "array" && isArray) lists.add(value);
    else if (value?.type === "object" && !isArray) single.add(value);
  }
  return (node) => {
    const list = node.type === "object" ? parentOf(node) : void 0;
    return list !== void 0 && lists.has(list) || single.has(node);
  };
});
var descriptorsByType = tallied(({ type }) => type);
var descriptorsByArtifactType = tallied(({ artifactType }) => stringOf(artifactType?.value));
var descriptorsByDigest = tallied(({ digest }) => stringOf(digest));
var layersOf = once((document) => descriptorPartsOf(document).filter(({ role }) => role === "layer"));
function partsOf(node, role) {
  let mediaType;
  let digest;
  let size;
  let urls;
  let annotations2;
  let data;
  let artifactType;
  let platform2;
  for (const member of membersOf(node)) {
    switch (member.name) {
      case "mediaType":
        mediaType = member.value;
        break;
      case "digest":
        digest = member.value;
        break;
      case "size":
        size = member.value;
        break;
      case "urls":
        urls = member.value;
        break;
      case "annotations":
        annotations2 = member.value;
        break;
      case "data":
        data = member;
        break;
      case "artifactType":
        artifactType = member;
        break;
      case "platform":
        platform2 = member;
        break;
    }
  }
  const type = stringOf(mediaType);
  return { node, role, mediaType, type, digest, size, urls, annotations: annotations2, data, artifactType, platform: platform2 };
}

// server/src/rules/support/index-entries.ts
var layoutNames = [refNameKey, "io.containerd.image.name"];
var entriesOf = once(
  (document) => descriptorPartsOf(document).filter(({ role }) => role === "manifest")
);
var isLayoutIndex = once((document) => {
  if (document.hints.path === "index") return true;
  if (document.hints.isBlob === true) return false;
  return entriesByNaming(document).countOf("named") > 0;
});
var entriesByNaming = tallied(({ role, annotations: annotations2 }) => {
  if (role !== "manifest") return void 0;
  return membersOf(annotations2).some(({ name }) => layoutNames.includes(name)) ? "named" : void 0;
});
var artifactMarks = [
  "org.opencontainers.artifactType",
  "io.cnab.",
  "com.docker.compose.",
  "sh.brew.",
  "io.agentskills."
];
var isArtifactIndex = once(({ root: root2 }) => {
  if (stringAt(root2, "artifactType") || valueOf(root2, "subject")?.type === "object") return true;
  const annotations2 = valueOf(root2, "annotations");
  if (annotations2 === void 0) return false;
  if (stringAt(annotations2, "com.github.package.type") === "homebrew_bottle") return true;
  return membersOf(annotations2).some(({ name }) => artifactMarks.some((mark2) => name.startsWith(mark2)));
});
function isImageEntry(entry) {
  if (!hasTraits(kindOfMediaType(entry.type), "has-layers")) return false;
  return entry.artifactType === void 0 && !isAttestation(entry);
}
function isAttestation({ annotations: annotations2 }) {
  return annotations2 !== void 0 && memberOf(annotations2, "vnd.docker.reference.type") !== void 0;
}

// schemas/artifact-manifest.schema.json
var artifact_manifest_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "OCI artifact manifest",
  description: "The manifest of an artifact in image-spec 1.1.0-rc1 and -rc2, removed before 1.1.0. An image manifest with `artifactType` took its place.",
  type: "object",
  required: [
    "mediaType",
    "artifactType"
  ],
  properties: {
    mediaType: {
      title: "Media type",
      description: "The type of this document itself, always `application/vnd.oci.artifact.manifest.v1+json`. Required.",
      const: "application/vnd.oci.artifact.manifest.v1+json"
    },
    artifactType: {
      $ref: "definitions.schema.json#/definitions/mediaType",
      title: "Artifact type",
      description: "What this artifact is, as a media type of its own: a signature, an SBOM, a plugin. Required."
    },
    blobs: {
      title: "Blobs",
      description: "The content of the artifact. In an image manifest these are `layers`.",
      type: [
        "array",
        "null"
      ],
      items: {
        $ref: "descriptor.schema.json",
        title: "Blob",
        description: "Points to one blob of the artifact."
      }
    },
    subject: {
      $ref: "descriptor.schema.json",
      title: "Subject",
      description: "The manifest that this one belongs to, as a signature belongs to an image. It need not exist yet."
    },
    annotations: {
      $ref: "definitions.schema.json#/definitions/annotations",
      title: "Annotations",
      description: "Free information about the artifact."
    }
  }
};

// schemas/config.schema.json
var config_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Image config",
  description: "Says how to run a container image, for which platform it is, and which layers make up its file system. Its digest is the image ID.",
  type: "object",
  required: ["architecture", "os", "rootfs"],
  properties: {
    created: {
      $ref: "definitions.schema.json#/definitions/dateTime",
      title: "Created",
      description: "When the image was made, as an RFC 3339 date and time. Builds that can be reproduced set it to a fixed moment.",
      examples: ["2015-10-31T22:22:56.015925234Z"],
      clauses: { type: "config-created-rfc3339", pattern: "config-created-rfc3339" }
    },
    author: {
      title: "Author",
      description: "Who made the image and keeps it, usually a name and an e-mail address.",
      type: ["string", "null"],
      clauses: { type: "config-author-string" }
    },
    architecture: {
      title: "Architecture",
      description: "The CPU that the programs in this image are built for, in the words of Go's `GOARCH`: `amd64`, `arm64`, `riscv64`. Required.",
      type: "string",
      examples: ["amd64", "arm64", "arm", "386", "ppc64le", "riscv64", "s390x", "loong64", "wasm"],
      clauses: { type: "config-architecture-present" }
    },
    os: {
      title: "Operating system",
      description: "The system that this image runs on, in the words of Go's `GOOS`: `linux`, `windows`, `freebsd`. Required.",
      type: "string",
      examples: ["linux", "windows", "darwin", "freebsd", "wasip1"],
      clauses: { type: "config-os-present" }
    },
    "os.version": {
      title: "System version",
      description: "The version of the operating system that the image needs. It matters for Windows, where the build has to match the host's: `10.0.20348.2113`.",
      type: ["string", "null"],
      examples: ["10.0.20348.2113"]
    },
    "os.features": {
      $ref: "definitions.schema.json#/definitions/strings",
      title: "System features",
      description: "Features that the operating system must have. On Windows `win32k` asks for a host with that kernel component; for other systems nothing is defined yet."
    },
    variant: {
      title: "CPU variant",
      description: "Which generation of the architecture the image needs: `v6` to `v8` for arm, `v8` and newer for arm64, `v2` to `v4` for amd64.",
      type: ["string", "null"],
      examples: ["v6", "v7", "v8", "v2", "v3"]
    },
    config: {
      title: "Run settings",
      description: "The settings a container starts with unless its user says otherwise: the command, the environment, the user, the ports.",
      type: ["object", "null"],
      properties: {
        User: {
          title: "User",
          description: "Who runs the process: on Linux a user name or number, optionally with a colon and a group, as in `www-data` or `1000:1000`. Without it the process runs as root.",
          type: ["string", "null"],
          examples: ["nobody", "1000:1000"]
        },
        ExposedPorts: {
          $ref: "definitions.schema.json#/definitions/emptyObjects",
          title: "Exposed ports",
          description: "The ports that the program listens on: names such as `8080/tcp` or `53/udp`, each with the value `{}`. Information for users; nothing is opened by it.",
          clauses: { type: "config-exposed-ports-values" }
        },
        Env: {
          title: "Environment",
          description: "Environment variables for the process, each a string `NAME=value`.",
          type: ["array", "null"],
          items: {
            title: "Environment variable",
            description: "One variable: its name, an equals sign and its value, which may be empty.",
            type: "string",
            pattern: "^[^=]+=",
            patternErrorMessage: "Expected NAME=value.",
            examples: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
            clauses: { pattern: "config-env-form" }
          },
          clauses: { type: "config-env-array" }
        },
        Entrypoint: {
          $ref: "definitions.schema.json#/definitions/strings",
          title: "Entry point",
          description: "The command that the container starts, as a list of words. What the user types after the image name comes after these.",
          clauses: { type: "config-entrypoint-array" }
        },
        Cmd: {
          $ref: "definitions.schema.json#/definitions/strings",
          title: "Default arguments",
          description: "Arguments for the entry point, which the user may replace. Without an `Entrypoint` the first of them is the program to start.",
          clauses: { type: "config-cmd-array" }
        },
        Volumes: {
          $ref: "definitions.schema.json#/definitions/emptyObjects",
          title: "Volumes",
          description: "Directories where the container writes data of its own, each with the value `{}`. Runtimes mount something there, so that the data outlives the container.",
          clauses: { type: "config-volumes-values" }
        },
        WorkingDir: {
          title: "Working directory",
          description: "The directory in which the command starts, an absolute path inside the image. Without it that is the root.",
          type: ["string", "null"]
        },
        Labels: {
          $ref: "definitions.schema.json#/definitions/labels",
          title: "Labels",
          description: "Free information that travels with the image, by the same rules as annotations. `docker inspect` shows it."
        },
        StopSignal: {
          title: "Stop signal",
          description: "The signal that asks the program to end, such as `SIGTERM` or `SIGRTMIN+3`. Without it that is `SIGTERM`.",
          type: ["string", "null"],
          examples: ["SIGTERM", "SIGINT", "SIGQUIT", "SIGKILL", "SIGRTMIN+3"]
        },
        ArgsEscaped: {
          title: "Arguments escaped (deprecated)",
          description: "True where the command is already one escaped command line. Docker for Windows used it; new images leave it out.",
          type: ["boolean", "null"]
        },
        Memory: {
          title: "Memory (reserved)",
          description: "Reserved for Docker's old memory limit. OCI gives it no meaning.",
          type: ["integer", "null"]
        },
        MemorySwap: {
          title: "Memory and swap (reserved)",
          description: "Reserved for Docker's old limit of memory and swap together. OCI gives it no meaning.",
          type: ["integer", "null"]
        },
        CpuShares: {
          title: "CPU shares (reserved)",
          description: "Reserved for Docker's old CPU weight. OCI gives it no meaning.",
          type: ["integer", "null"]
        },
        Healthcheck: {
          title: "Health check (reserved)",
          description: "How Docker tests whether the container still works. OCI reserves the name and gives it no meaning, so other runtimes ignore it.",
          type: ["object", "null"]
        }
      }
    },
    rootfs: {
      title: "Root file system",
      description: "The layers that make up the file system, by the digests of their uncompressed archives. Required.",
      type: "object",
      required: ["type", "diff_ids"],
      properties: {
        type: {
          title: "Type",
          description: "Always `layers`. Required; unpacking fails on anything else.",
          const: "layers",
          clauses: { const: "config-rootfs-type-layers" }
        },
        diff_ids: {
          title: "Layer DiffIDs",
          description: "For each layer, from the first to the last, the digest of its uncompressed tar archive. Required. They differ from the digests in the manifest, which are those of the compressed layers.",
          type: "array",
          items: {
            $ref: "definitions.schema.json#/definitions/digest",
            title: "DiffID",
            description: "The digest of one layer's uncompressed tar archive.",
            clauses: { type: "config-diff-ids-digests", pattern: "config-diff-ids-digests" }
          },
          clauses: { type: "config-diff-ids-present" }
        }
      },
      clauses: {
        type: "config-rootfs-present",
        required: { type: "config-rootfs-type-present", diff_ids: "config-diff-ids-present" }
      }
    },
    history: {
      title: "History",
      description: "How the layers came about, from the first to the last. Entries with `empty_layer` changed only the settings; each of the others stands for one layer.",
      type: ["array", "null"],
      items: {
        title: "History entry",
        description: "One step of the build.",
        type: "object",
        properties: {
          created: {
            $ref: "definitions.schema.json#/definitions/dateTime",
            title: "Created",
            description: "When this step ran, as an RFC 3339 date and time.",
            clauses: { type: "config-history-created-rfc3339", pattern: "config-history-created-rfc3339" }
          },
          author: {
            title: "Author",
            description: "Who wrote this step.",
            type: ["string", "null"],
            clauses: { type: "config-history-types" }
          },
          created_by: {
            title: "Created by",
            description: "The command that made the layer, usually the line of the Dockerfile.",
            type: ["string", "null"],
            clauses: { type: "config-history-types" }
          },
          comment: {
            title: "Comment",
            description: "A remark on this step; build tools put their name here.",
            type: ["string", "null"],
            clauses: { type: "config-history-types" }
          },
          empty_layer: {
            title: "Empty layer",
            description: "True where this step changed no files, so that no layer belongs to it.",
            type: ["boolean", "null"],
            clauses: { type: "config-history-types" }
          }
        }
      },
      clauses: { type: "config-history-types" }
    }
  },
  clauses: {
    required: {
      architecture: "config-architecture-present",
      os: "config-os-present",
      rootfs: "config-rootfs-present"
    }
  }
};

// schemas/definitions.schema.json
var definitions_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Shared definitions",
  description: "Values that several kinds of document have in common.",
  definitions: {
    digest: {
      title: "Digest",
      description: "The identity of some content: an algorithm, a colon, and the hash of the content's bytes, as in `sha256:` followed by 64 lower-case hexadecimal digits.",
      type: "string",
      pattern: "^(?:(?:sha256|blake3):[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?!(?:sha256|sha512|blake3):|[a-z0-9+._-]*[+._-]{2})[a-z0-9](?:[a-z0-9+._-]*[a-z0-9])?:[A-Za-z0-9=_-]+)$",
      patternErrorMessage: "Expected sha256: and 64 lowercase hex digits, sha512: and 128, or blake3: and 64."
    },
    mediaType: {
      title: "Media type",
      description: "The type of some content, a name by the rules of RFC 6838: `type/subtype`, each part at most 127 characters, without parameters.",
      type: "string",
      pattern: "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$",
      patternErrorMessage: "Expected type/subtype without parameters, for example application/vnd.example.thing.v1+json."
    },
    uri: {
      title: "URI",
      description: "An absolute address with its scheme, by RFC 3986.",
      type: "string",
      pattern: "^(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z][A-Za-z0-9+.-]*:(?://(?:[A-Za-z0-9._~!$&'()*+,;=%:-]*@)?(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::[0-9]*)?(?=[/?#]|$)|(?!//))[A-Za-z0-9._~!$&'()*+,;=%:@/-]*(?:\\?[A-Za-z0-9._~!$&'()*+,;=%:@/?-]*)?(?:#[A-Za-z0-9._~!$&'()*+,;=%:@/?-]*)?$",
      patternErrorMessage: "Expected an absolute URI, for example https://example.com/blob."
    },
    dateTime: {
      title: "Timestamp",
      description: "A moment by RFC 3339, such as `2015-10-31T22:22:56Z` or `2015-10-31T22:22:56.015925234+01:00`.",
      type: ["string", "null"],
      pattern: "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):(?:[0-5][0-9]:[0-5][0-9]|(?:14|29|44|59):60)(?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
      patternErrorMessage: "Expected RFC 3339, for example 2026-01-31T08:30:00Z."
    },
    annotations: {
      title: "Annotations",
      description: "Free information as pairs of a name and a text. Names are reverse domain names by habit; those that begin with `org.opencontainers.image.` belong to the image specification.",
      type: "object",
      additionalProperties: {
        title: "Annotation",
        description: "The text of this annotation. It may be empty, but it is always a string.",
        type: "string",
        clauses: { type: "annotations-map-of-strings", null: "annotations-value-present" }
      },
      clauses: { type: "annotations-map-of-strings", null: "annotations-absent-or-empty" }
    },
    platform: {
      title: "Platform",
      description: "The machine and system that an image runs on. Clients take the first entry of an index whose platform matches theirs.",
      type: "object",
      required: ["architecture", "os"],
      properties: {
        architecture: {
          title: "Architecture",
          description: "The CPU that the image needs, in the words of Go's `GOARCH`: `amd64`, `arm64`, `riscv64`. Required. `unknown` marks entries that are no images, such as attestations.",
          type: "string",
          examples: ["amd64", "arm64", "arm", "386", "ppc64le", "riscv64", "s390x", "loong64", "wasm", "unknown"],
          clauses: { type: "platform-architecture-present" }
        },
        os: {
          title: "Operating system",
          description: "The system that the image runs on, in the words of Go's `GOOS`: `linux`, `windows`, `freebsd`. Required. `unknown` marks entries that are no images.",
          type: "string",
          examples: ["linux", "windows", "darwin", "freebsd", "wasip1", "unknown"],
          clauses: { type: "platform-os-present" }
        },
        "os.version": {
          title: "System version",
          description: "The version of the operating system that the image needs. It matters for Windows, where the build has to match the host's: `10.0.20348.2113`.",
          type: "string",
          examples: ["10.0.20348.2113"]
        },
        "os.features": {
          title: "System features",
          description: "Features that the operating system must have. On Windows `win32k` asks for a host with that kernel component; for other systems nothing is defined yet.",
          type: "array",
          items: {
            title: "System feature",
            description: "The name of one feature that the operating system must have.",
            type: "string",
            examples: ["win32k"]
          },
          clauses: { type: "platform-os-features-strings" }
        },
        variant: {
          title: "CPU variant",
          description: "Which generation of the architecture the image needs: `v6` to `v8` for arm, `v8` and newer for arm64, `v2` to `v4` for amd64.",
          type: "string",
          examples: ["v6", "v7", "v8", "v2", "v3"]
        },
        features: {
          title: "Features (reserved)",
          description: "Reserved for later versions of the specification. Omit it. Docker manifest lists used it for CPU features such as `sse4`.",
          type: ["array", "null"],
          items: { title: "Feature", description: "The name of one feature.", type: "string" }
        }
      },
      clauses: {
        required: { architecture: "platform-architecture-present", os: "platform-os-present" }
      }
    },
    ignoredDescriptor: {
      title: "Descriptor (OCI only)",
      description: "A descriptor where Docker has none. Nothing follows it, but readers that know OCI decode it.",
      type: ["object", "null"],
      properties: {
        mediaType: { title: "Media type", description: "What kind of content this points to.", type: ["string", "null"] },
        digest: { title: "Digest", description: "The hash of the content's bytes.", type: ["string", "null"] },
        size: { title: "Size", description: "The length of the content in bytes.", type: ["integer", "null"] }
      }
    },
    ignoredType: {
      title: "Artifact type (OCI only)",
      description: "Docker's documents have no artifact type. Readers that know OCI decode it.",
      type: ["string", "null"]
    },
    ignoredUrls: {
      title: "URLs (OCI only)",
      description: "Docker has addresses on layers only. Readers that know OCI decode them here, too.",
      type: ["array", "null"],
      items: { title: "URL", description: "One place to download the content from.", type: "string" }
    },
    ignoredData: {
      title: "Embedded content (OCI only)",
      description: "Docker's descriptors have no content embedded. Readers that know OCI decode it.",
      type: ["string", "null"],
      contentEncoding: "base64",
      patternErrorMessage: "Expected standard base64 with padding."
    },
    emptyObjects: {
      title: "Set of names",
      description: "A set, written as an object: the names are what counts, and every value is `{}`.",
      type: ["object", "null"],
      additionalProperties: {
        title: "Entry",
        description: "Always the empty object `{}`; only the name counts.",
        type: "object",
        maxProperties: 0
      }
    },
    strings: {
      title: "List of strings",
      description: "A list of strings, in order.",
      type: ["array", "null"],
      items: { title: "Item", description: "One string of the list.", type: "string" }
    },
    labels: {
      title: "Labels",
      description: "Free information about the image as pairs of a name and a text, by the same rules as annotations.",
      type: ["object", "null"],
      additionalProperties: {
        title: "Label",
        description: "The text of this label. It may be empty, but it is always a string.",
        type: "string"
      },
      clauses: { type: "config-labels-rules" }
    }
  }
};

// schemas/descriptor.schema.json
var descriptor_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Descriptor",
  description: "Points to some content and says what it is: its type, its digest and its size. Everything in OCI hangs together by descriptors.",
  type: "object",
  required: ["mediaType", "digest", "size"],
  properties: {
    mediaType: {
      $ref: "definitions.schema.json#/definitions/mediaType",
      title: "Media type",
      description: "What kind of content this points to. Required; clients decide by it how to read the content, or to leave it alone.",
      examples: [
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.config.v1+json",
        "application/vnd.oci.image.layer.v1.tar+gzip",
        "application/vnd.oci.empty.v1+json"
      ],
      clauses: {
        type: "descriptor-media-type-syntax",
        null: "descriptor-media-type-present",
        pattern: "descriptor-media-type-syntax"
      }
    },
    digest: {
      $ref: "definitions.schema.json#/definitions/digest",
      title: "Digest",
      description: "The hash of the content's bytes, which is also its address. Required. Clients compute the hash again and refuse what does not match.",
      clauses: { type: "descriptor-digest-grammar", null: "descriptor-digest-present" }
    },
    size: {
      title: "Size",
      description: "The length of the content in bytes, compressed as it is stored. Required; content of any other length is not to be trusted.",
      type: "integer",
      minimum: 0,
      clauses: {
        type: "descriptor-size-int64",
        null: "descriptor-size-present",
        minimum: "descriptor-size-not-negative"
      }
    },
    urls: {
      title: "Addresses",
      description: "Other places to download the content from, as `https:` or `http:` addresses. The content is the same wherever it comes from: the digest decides.",
      type: "array",
      items: {
        $ref: "definitions.schema.json#/definitions/uri",
        title: "Address",
        description: "One place to download the content from.",
        clauses: { pattern: "descriptor-urls-rfc3986" }
      },
      clauses: { type: "descriptor-urls-strings" }
    },
    annotations: {
      $ref: "definitions.schema.json#/definitions/annotations",
      title: "Annotations",
      description: "Free information about this reference, for instance the tag (`org.opencontainers.image.ref.name`) or the file name (`org.opencontainers.image.title`) of what it points to."
    },
    data: {
      title: "Embedded content",
      description: "The content itself, in standard base64 with padding, so that small content needs no second download. It has exactly the digest and size that stand beside it.",
      type: "string",
      contentEncoding: "base64",
      patternErrorMessage: "Expected standard base64 with padding.",
      examples: ["e30="],
      clauses: { type: "descriptor-data-base64", contentEncoding: "descriptor-data-base64" }
    },
    artifactType: {
      $ref: "definitions.schema.json#/definitions/mediaType",
      title: "Artifact type",
      description: "What the manifest that this points to holds: a signature, an SBOM, a Helm chart. Lists of referrers carry it, so that clients can choose without fetching every manifest.",
      clauses: { type: "descriptor-artifact-type-syntax", pattern: "descriptor-artifact-type-syntax" }
    },
    platform: {
      $ref: "definitions.schema.json#/definitions/platform",
      title: "Platform",
      description: "The machine and system that the image behind this descriptor runs on. Clients take the first entry of an index whose platform matches theirs."
    }
  },
  clauses: {
    required: {
      mediaType: "descriptor-media-type-present",
      digest: "descriptor-digest-present",
      size: "descriptor-size-present"
    }
  }
};

// schemas/docker-config.schema.json
var docker_config_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Docker image config",
  description: "Docker's own form of the image config, the ancestor of OCI's: how to run the image, and which layers make up its file system.",
  type: "object",
  required: ["rootfs"],
  properties: {
    id: {
      title: "Layer ID",
      description: "The ID of the layer in the oldest form of Docker images; newer ones have none.",
      type: ["string", "null"]
    },
    parent: {
      title: "Parent",
      description: "The ID of the image that this one was built on, where Docker built it on the same machine.",
      type: ["string", "null"]
    },
    comment: {
      title: "Comment",
      description: "The message given to `docker commit` or `docker import`.",
      type: ["string", "null"]
    },
    created: { $ref: "config.schema.json#/properties/created" },
    container: {
      title: "Container",
      description: "The ID of the container that the last build step ran in. Without meaning for the image.",
      type: ["string", "null"]
    },
    container_config: {
      $ref: "#/definitions/containerConfig",
      title: "Container settings",
      description: "The settings of the container that the last build step ran in. Without meaning for the image."
    },
    docker_version: {
      title: "Docker version",
      description: "The version of Docker that built the image.",
      type: ["string", "null"]
    },
    author: { $ref: "config.schema.json#/properties/author" },
    config: {
      $ref: "#/definitions/containerConfig",
      title: "Run settings",
      description: "The settings a container starts with unless its user says otherwise: the command, the environment, the user, the ports."
    },
    architecture: {
      title: "Architecture",
      description: "The CPU that the programs in this image are built for, in the words of Go's `GOARCH`: `amd64`, `arm64`, `riscv64`.",
      type: ["string", "null"],
      examples: ["amd64", "arm64", "arm", "386", "ppc64le", "riscv64", "s390x"]
    },
    variant: { $ref: "config.schema.json#/properties/variant" },
    os: {
      title: "Operating system",
      description: "The system that this image runs on, in the words of Go's `GOOS`: `linux`, `windows`.",
      type: ["string", "null"],
      examples: ["linux", "windows"]
    },
    "os.version": { $ref: "config.schema.json#/properties/os.version" },
    "os.features": { $ref: "config.schema.json#/properties/os.features" },
    Size: {
      title: "Size",
      description: "The size of the layer in bytes, in the oldest form of Docker images.",
      type: ["integer", "null"]
    },
    history: { $ref: "config.schema.json#/properties/history" },
    rootfs: {
      title: "Root file system",
      description: "The layers that make up the file system, by the digests of their uncompressed archives. Required: Docker loads no image without it.",
      type: "object",
      required: ["type"],
      properties: {
        type: {
          title: "Type",
          description: "`layers`; old Windows images have `layers+base`.",
          examples: ["layers"],
          type: "string"
        },
        diff_ids: {
          title: "Layer DiffIDs",
          description: "For each layer, from the first to the last, the digest of its uncompressed tar archive. Docker leaves it out of an image without layers.",
          type: ["array", "null"],
          items: {
            $ref: "definitions.schema.json#/definitions/digest",
            title: "DiffID",
            description: "The digest of one layer's uncompressed tar archive."
          }
        }
      }
    }
  },
  definitions: {
    containerConfig: {
      title: "Docker run settings",
      description: "The settings a container starts with unless its user says otherwise, with the properties that only Docker knows.",
      type: ["object", "null"],
      properties: {
        Hostname: {
          title: "Host name",
          description: "The host name of the container that Docker built the image in. Without meaning for the image.",
          type: ["string", "null"]
        },
        Domainname: {
          title: "Domain name",
          description: "The domain name of the container that Docker built the image in. Without meaning for the image.",
          type: ["string", "null"]
        },
        User: { $ref: "config.schema.json#/properties/config/properties/User" },
        AttachStdin: {
          title: "Attach standard input",
          description: "Whether Docker attached standard input while it built the image. Without meaning for the image.",
          type: ["boolean", "null"]
        },
        AttachStdout: {
          title: "Attach standard output",
          description: "Whether Docker attached standard output while it built the image. Without meaning for the image.",
          type: ["boolean", "null"]
        },
        AttachStderr: {
          title: "Attach standard error",
          description: "Whether Docker attached standard error while it built the image. Without meaning for the image.",
          type: ["boolean", "null"]
        },
        ExposedPorts: { $ref: "config.schema.json#/properties/config/properties/ExposedPorts" },
        Tty: {
          title: "Terminal",
          description: "Whether the process had a terminal while Docker built the image. Without meaning for the image.",
          type: ["boolean", "null"]
        },
        OpenStdin: {
          title: "Open standard input",
          description: "Whether standard input stayed open while Docker built the image. Without meaning for the image.",
          type: ["boolean", "null"]
        },
        StdinOnce: {
          title: "Close standard input once",
          description: "Whether standard input closed with its first client while Docker built the image. Without meaning for the image.",
          type: ["boolean", "null"]
        },
        Env: {
          $ref: "definitions.schema.json#/definitions/strings",
          title: "Environment",
          description: "Environment variables for the process, each a string `NAME=value`."
        },
        Cmd: { $ref: "config.schema.json#/properties/config/properties/Cmd" },
        Healthcheck: {
          title: "Health check",
          description: "How Docker tests whether the container still works. Times are in nanoseconds.",
          type: ["object", "null"],
          properties: {
            Test: {
              $ref: "definitions.schema.json#/definitions/strings",
              title: "Test",
              description: "The command to run: `CMD` and its words, `CMD-SHELL` and one command line, or `NONE` for no test."
            },
            Interval: {
              title: "Interval",
              description: "Nanoseconds from one test to the next.",
              type: ["integer", "null"]
            },
            Timeout: {
              title: "Timeout",
              description: "Nanoseconds after which a test has failed.",
              type: ["integer", "null"]
            },
            StartPeriod: {
              title: "Start period",
              description: "Nanoseconds that the container has to start, in which failed tests do not count.",
              type: ["integer", "null"]
            },
            StartInterval: {
              title: "Start interval",
              description: "Nanoseconds from one test to the next during the start period.",
              type: ["integer", "null"]
            },
            Retries: {
              title: "Retries",
              description: "How many tests in a row must fail before the container counts as unhealthy.",
              type: ["integer", "null"]
            }
          }
        },
        ArgsEscaped: { $ref: "config.schema.json#/properties/config/properties/ArgsEscaped" },
        Image: {
          title: "Image",
          description: "The image that the build step started from, by ID or name. Without meaning for the image.",
          type: ["string", "null"]
        },
        Volumes: { $ref: "config.schema.json#/properties/config/properties/Volumes" },
        WorkingDir: { $ref: "config.schema.json#/properties/config/properties/WorkingDir" },
        Entrypoint: { $ref: "config.schema.json#/properties/config/properties/Entrypoint" },
        NetworkDisabled: {
          title: "Network disabled",
          description: "Whether the container runs without a network.",
          type: ["boolean", "null"]
        },
        MacAddress: {
          title: "MAC address",
          description: "The network address of the container that Docker built the image in. Without meaning for the image.",
          type: ["string", "null"]
        },
        OnBuild: {
          $ref: "definitions.schema.json#/definitions/strings",
          title: "Build triggers",
          description: "Dockerfile instructions that run when another image is built on this one."
        },
        Labels: { $ref: "config.schema.json#/properties/config/properties/Labels" },
        StopSignal: { $ref: "config.schema.json#/properties/config/properties/StopSignal" },
        StopTimeout: {
          title: "Stop timeout",
          description: "Seconds that Docker waits after the stop signal before it kills the process.",
          type: ["integer", "null"]
        },
        Shell: {
          $ref: "definitions.schema.json#/definitions/strings",
          title: "Shell",
          description: "The shell for commands that are written as one line."
        }
      }
    }
  }
};

// schemas/docker-manifest.schema.json
var docker_manifest_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Docker image manifest",
  description: "Docker's own form of an image manifest (version 2, schema 2), the ancestor of the OCI manifest.",
  type: "object",
  required: ["schemaVersion", "config", "layers"],
  properties: {
    schemaVersion: {
      title: "Schema version",
      description: "Always the number 2. Required; 1 marks an older form that no current tool reads.",
      const: 2
    },
    mediaType: {
      title: "Media type",
      description: "The type of this document itself, always `application/vnd.docker.distribution.manifest.v2+json`.",
      const: "application/vnd.docker.distribution.manifest.v2+json"
    },
    config: {
      $ref: "#/definitions/descriptor",
      title: "Configuration",
      description: "Points to the image config, which says how to run the image. Required."
    },
    layers: {
      title: "Layers",
      description: "The layers of the image as gzipped tar archives, the base first. Required.",
      type: "array",
      items: {
        $ref: "#/definitions/descriptor",
        title: "Layer",
        description: "Points to one layer of the image."
      }
    },
    artifactType: { $ref: "definitions.schema.json#/definitions/ignoredType" },
    subject: { $ref: "definitions.schema.json#/definitions/ignoredDescriptor" },
    annotations: {
      $ref: "definitions.schema.json#/definitions/annotations",
      title: "Annotations (OCI only)",
      description: "Docker manifests have no annotations. Some tools write them anyway, and Docker ignores them."
    }
  },
  definitions: {
    descriptor: {
      title: "Descriptor",
      description: "Points to some content and says what it is: its type, its digest and its size.",
      type: "object",
      required: ["mediaType", "digest", "size"],
      properties: {
        mediaType: {
          $ref: "definitions.schema.json#/definitions/mediaType",
          title: "Media type",
          description: "What kind of content this points to. Required.",
          examples: [
            "application/vnd.docker.container.image.v1+json",
            "application/vnd.docker.image.rootfs.diff.tar.gzip",
            "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"
          ]
        },
        digest: {
          $ref: "definitions.schema.json#/definitions/digest",
          title: "Digest",
          description: "The hash of the content's bytes, which is also its address. Required."
        },
        size: {
          title: "Size",
          description: "The length of the content in bytes, compressed as it is stored. Required.",
          type: "integer",
          minimum: 0
        },
        urls: {
          title: "Addresses",
          description: "Other places to download the content from. Windows base layers came this way, from Microsoft's servers.",
          type: ["array", "null"],
          items: {
            $ref: "definitions.schema.json#/definitions/uri",
            title: "Address",
            description: "One place to download the content from."
          }
        },
        annotations: { $ref: "definitions.schema.json#/definitions/annotations" },
        artifactType: { $ref: "definitions.schema.json#/definitions/ignoredType" },
        data: { $ref: "definitions.schema.json#/definitions/ignoredData" }
      }
    }
  }
};

// schemas/docker-manifest-list.schema.json
var docker_manifest_list_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Docker manifest list",
  description: "Docker's own form of an image index: lists one manifest for each platform.",
  type: "object",
  required: ["schemaVersion", "manifests"],
  properties: {
    schemaVersion: {
      title: "Schema version",
      description: "Always the number 2. Required.",
      const: 2
    },
    mediaType: {
      title: "Media type",
      description: "The type of this document itself, always `application/vnd.docker.distribution.manifest.list.v2+json`.",
      const: "application/vnd.docker.distribution.manifest.list.v2+json"
    },
    manifests: {
      title: "Manifests",
      description: "The manifests, one for each platform; clients take the first that matches. Required.",
      type: "array",
      items: {
        title: "List entry",
        description: "Points to a manifest and says for which platform it is.",
        type: "object",
        required: ["mediaType", "digest", "size"],
        properties: {
          mediaType: {
            $ref: "definitions.schema.json#/definitions/mediaType",
            title: "Media type",
            description: "What kind of manifest this points to. Required.",
            examples: ["application/vnd.docker.distribution.manifest.v2+json"]
          },
          digest: {
            $ref: "definitions.schema.json#/definitions/digest",
            title: "Digest",
            description: "The hash of the manifest's bytes, which is also its address. Required."
          },
          size: {
            title: "Size",
            description: "The length of the manifest in bytes. Required.",
            type: "integer",
            minimum: 0
          },
          platform: {
            $ref: "definitions.schema.json#/definitions/platform",
            title: "Platform",
            description: "The machine and system that the image behind this entry runs on."
          },
          urls: { $ref: "definitions.schema.json#/definitions/ignoredUrls" },
          annotations: { $ref: "definitions.schema.json#/definitions/annotations" },
          artifactType: { $ref: "definitions.schema.json#/definitions/ignoredType" },
          data: { $ref: "definitions.schema.json#/definitions/ignoredData" }
        }
      }
    },
    artifactType: { $ref: "definitions.schema.json#/definitions/ignoredType" },
    subject: { $ref: "definitions.schema.json#/definitions/ignoredDescriptor" },
    annotations: {
      $ref: "definitions.schema.json#/definitions/annotations",
      title: "Annotations (OCI only)",
      description: "Docker manifest lists have no annotations. Some tools write them anyway, and Docker ignores them."
    }
  }
};

// schemas/index.schema.json
var index_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Image index",
  description: "Lists manifests, usually one for each platform, so that one name serves them all. In a layout, `index.json` is the way in.",
  type: "object",
  required: ["schemaVersion", "manifests"],
  properties: {
    schemaVersion: {
      title: "Schema version",
      description: "Always the number 2. Required; it is there for old versions of Docker.",
      const: 2,
      clauses: { const: "index-schema-version-is-2" }
    },
    mediaType: {
      title: "Media type",
      description: "The type of this document itself, always `application/vnd.oci.image.index.v1+json`. It should be there, because it tells apart an index and a manifest without a guess.",
      const: "application/vnd.oci.image.index.v1+json",
      clauses: { const: "index-media-type-value" }
    },
    artifactType: {
      $ref: "definitions.schema.json#/definitions/mediaType",
      title: "Artifact type",
      description: "What the whole index is, where it is more than an image for several platforms: a media type of the artifact's own.",
      clauses: { type: "index-artifact-type-syntax", pattern: "index-artifact-type-syntax" }
    },
    manifests: {
      title: "Manifests",
      description: "The manifests of this index, or further indexes; clients take the first that matches. Required, though it may be empty.",
      type: "array",
      items: {
        $ref: "descriptor.schema.json",
        title: "Index entry",
        description: "Points to a manifest, or to another index, and says for which platform or purpose it is.",
        clauses: { type: "index-manifests-items-descriptors" }
      },
      clauses: { type: "index-manifests-present" }
    },
    subject: {
      $ref: "descriptor.schema.json",
      title: "Subject",
      description: "The manifest that this index belongs to, as a signature belongs to an image. Registries list this index as a referrer of it; it need not exist yet.",
      clauses: { type: "index-subject-is-descriptor" }
    },
    annotations: {
      $ref: "definitions.schema.json#/definitions/annotations",
      title: "Annotations",
      description: "Free information about the index as a whole: when it was made, from which source, under which license."
    }
  },
  clauses: {
    type: "layout-index-is-index",
    required: { schemaVersion: "index-schema-version-present", manifests: "index-manifests-present" }
  }
};

// schemas/layout-header.schema.json
var layout_header_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Layout header",
  description: "The file `oci-layout` at the root of a folder: it marks the folder as an OCI image layout and says by which version of the layout.",
  type: "object",
  required: ["imageLayoutVersion"],
  properties: {
    imageLayoutVersion: {
      title: "Layout version",
      description: "The version of the layout, always `1.0.0`. Required. It counts layouts, not versions of the image specification: 1.1.0 does not exist.",
      const: "1.0.0",
      clauses: { const: "layout-marker-version-value" }
    }
  },
  clauses: { type: "layout-marker-object", required: { imageLayoutVersion: "layout-marker-version" } }
};

// schemas/manifest.schema.json
var manifest_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Image manifest",
  description: "Describes one image or one artifact: its configuration and its layers, each by a descriptor.",
  type: "object",
  required: ["schemaVersion", "config"],
  properties: {
    schemaVersion: {
      title: "Schema version",
      description: "Always the number 2. Required; it is there for old versions of Docker.",
      const: 2,
      clauses: { const: "manifest-schema-version-is-2" }
    },
    mediaType: {
      title: "Media type",
      description: "The type of this document itself, always `application/vnd.oci.image.manifest.v1+json`. It should be there, because it tells apart a manifest and an index without a guess.",
      const: "application/vnd.oci.image.manifest.v1+json",
      clauses: { const: "manifest-media-type-value" }
    },
    artifactType: {
      $ref: "definitions.schema.json#/definitions/mediaType",
      title: "Artifact type",
      description: "What this artifact is, as a media type of its own: a signature, an SBOM, a plugin. Required when `config` is the empty one; container images have none.",
      clauses: { type: "manifest-artifact-type-syntax", pattern: "manifest-artifact-type-syntax" }
    },
    config: {
      $ref: "descriptor.schema.json",
      title: "Configuration",
      description: "Points to the configuration: for a container image how to run it, for an artifact its metadata. Required; an artifact without metadata points to the empty config, `application/vnd.oci.empty.v1+json`.",
      clauses: { type: "manifest-config-is-descriptor" }
    },
    layers: {
      title: "Layers",
      description: "The content. In a container image these are tar archives, the base first; in an artifact any blobs. There should be at least one entry, if only the empty blob.",
      type: "array",
      items: {
        $ref: "descriptor.schema.json",
        title: "Layer",
        description: "Points to one layer of the image, or to one blob of the artifact.",
        clauses: { type: "manifest-layers-items-descriptors" }
      },
      clauses: { type: "manifest-layers-array" }
    },
    subject: {
      $ref: "descriptor.schema.json",
      title: "Subject",
      description: "The manifest that this one belongs to, as a signature belongs to an image. Registries list this manifest as a referrer of it; it need not exist yet.",
      clauses: { type: "manifest-subject-is-descriptor" }
    },
    annotations: {
      $ref: "definitions.schema.json#/definitions/annotations",
      title: "Annotations",
      description: "Free information about the image or artifact: when it was made, from which source, under which license."
    }
  },
  if: {
    required: ["config"],
    properties: {
      config: {
        type: "object",
        required: ["mediaType"],
        properties: { mediaType: { const: "application/vnd.oci.empty.v1+json" } }
      }
    }
  },
  then: {
    required: ["artifactType"],
    errorMessage: "The empty config requires `artifactType`."
  },
  clauses: {
    required: {
      schemaVersion: "manifest-schema-version-present",
      config: "manifest-config-present",
      artifactType: "manifest-artifact-type-with-empty-config"
    }
  }
};

// schemas/oras-artifact-manifest.schema.json
var oras_artifact_manifest_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "ORAS artifact manifest",
  description: "The manifest of an artifact in the ORAS artifacts specification, archived. An image manifest with `artifactType` and `subject` took its place.",
  type: "object",
  required: [
    "mediaType",
    "artifactType"
  ],
  properties: {
    mediaType: {
      title: "Media type",
      description: "The type of this document itself, always `application/vnd.cncf.oras.artifact.manifest.v1+json`. Required.",
      const: "application/vnd.cncf.oras.artifact.manifest.v1+json"
    },
    artifactType: {
      $ref: "definitions.schema.json#/definitions/mediaType",
      title: "Artifact type",
      description: "What this artifact is, as a media type of its own: a signature, an SBOM, a plugin. Required."
    },
    blobs: {
      title: "Blobs",
      description: "The content of the artifact. In an image manifest these are `layers`.",
      type: [
        "array",
        "null"
      ],
      items: {
        $ref: "descriptor.schema.json",
        title: "Blob",
        description: "Points to one blob of the artifact."
      }
    },
    subject: {
      $ref: "descriptor.schema.json",
      title: "Subject",
      description: "The manifest that this one belongs to, as a signature belongs to an image. It need not exist yet."
    },
    annotations: {
      $ref: "definitions.schema.json#/definitions/annotations",
      title: "Annotations",
      description: "Free information about the artifact."
    }
  }
};

// server/src/syntax/late.ts
function late(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

// server/src/schema/schemas.ts
var schemas = {
  "artifact-manifest.schema.json": artifact_manifest_schema_default,
  "config.schema.json": config_schema_default,
  "definitions.schema.json": definitions_schema_default,
  "descriptor.schema.json": descriptor_schema_default,
  "docker-config.schema.json": docker_config_schema_default,
  "docker-manifest.schema.json": docker_manifest_schema_default,
  "docker-manifest-list.schema.json": docker_manifest_list_schema_default,
  "index.schema.json": index_schema_default,
  "layout-header.schema.json": layout_header_schema_default,
  "manifest.schema.json": manifest_schema_default,
  "oras-artifact-manifest.schema.json": oras_artifact_manifest_schema_default
};
var clausesOfSchemas = late(() => {
  const found = /* @__PURE__ */ new Set();
  const waiting = Object.values(schemas);
  for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const { clauses = {}, ...rest } = node;
    for (const named2 of Object.values(clauses)) {
      for (const id of typeof named2 === "string" ? [named2] : Object.values(named2)) found.add(id);
    }
    waiting.push(...Object.values(rest));
  }
  return [...found].sort();
});

// server/src/schema/schema-at.ts
function schemaAt(kind, path) {
  return placeAt(kind, path)?.node;
}
function thingAt(kind, path) {
  return placeAt(kind, path)?.thing;
}
function membersOf2(kind, path) {
  const place = placeAt(kind, path);
  if (place === void 0) return [];
  return Object.entries(place.node.properties ?? {}).map(([name, member]) => {
    const schema2 = resolve({ file: place.file, node: member }).node;
    const required = place.node.required?.includes(name) ?? false;
    return { name, required, title: schema2.title ?? name, description: schema2.description ?? "", schema: schema2 };
  });
}
function isList({ type = [], items }, isRequired) {
  return [type].flat().includes("array") && (isRequired || items?.type === "object" || items?.$ref?.includes("descriptor") === true);
}
function placeAt(kind, path) {
  const root2 = fileOf(`${kind}.schema.json`);
  if (root2 === void 0) return void 0;
  let place = resolve(root2);
  for (const step of path) {
    const node = childOf(place.node, String(step));
    if (node === void 0) return void 0;
    place = resolve({ file: place.file, node });
  }
  return place;
}
function childOf(node, step) {
  if (node.items !== void 0) return /^\d+$/.test(step) ? node.items : void 0;
  if (node.properties !== void 0 && Object.hasOwn(node.properties, step)) return node.properties[step];
  return node.additionalProperties;
}
var resolved = /* @__PURE__ */ new WeakMap();
function resolve(place) {
  const known2 = resolved.get(place.node);
  if (known2 !== void 0) return known2;
  const target = followed(place);
  resolved.set(place.node, target);
  return target;
}
function followed(place) {
  const { $ref, ...own } = place.node;
  if ($ref === void 0) return { ...place, thing: place.thing ?? own.title };
  const [file = "", pointer = ""] = $ref.split("#");
  let target = fileOf(file === "" ? place.file : file);
  for (const step of pointer.split("/").slice(1)) {
    target = { ...target, node: target.node[step] };
  }
  target = resolve(target);
  const clauses = { ...target.node.clauses, ...own.clauses };
  return { ...target, node: { ...target.node, ...own, clauses } };
}
function fileOf(file) {
  const node = schemas[file];
  return node && { file, node };
}

// server/src/rules/support/known-members.ts
var oddMembersOf = once((document) => [
  ...ownOddMembersOf(document),
  ...document.descriptors.flatMap(({ node }) => oddMembersOfDescriptor(node, document))
]);
var ownOddMembersOf = once((document) => {
  const { kind, row, root: root2 } = document;
  const odd = [];
  if (kind === void 0 || row?.schema === void 0 || root2?.type !== "object") return odd;
  const isLeftOut = isDescriptorIn(document);
  if (!isLeftOut(root2)) addOddMembers(root2, rootShapeOf(kind), odd, isLeftOut);
  return odd;
});
function oddMembersOfDescriptor(descriptor2, { kind, row }) {
  if (kind === void 0 || row?.schema === void 0) return [];
  const list = parentOf(descriptor2)?.type === "array" ? parentOf(descriptor2) : descriptor2;
  const name = memberAbove(list)?.name;
  const shape = name === void 0 ? rootShapeOf(kind) : rootShapeOf(kind).below(name);
  const odd = [];
  if (shape !== void 0) addOddMembers(descriptor2, shape, odd, noneIsLeftOut);
  return odd;
}
var noneIsLeftOut = () => false;
function addOddMembers(object, shape, odd, isLeftOut) {
  for (const member of countingMembersOf(object)) {
    const { name, value } = member;
    if (!shape.byName.has(name)) {
      odd.push({ member, shape });
      continue;
    }
    if (isEscaped(member)) odd.push({ member, shape });
    if (value === void 0 || value.type !== "object" && value.type !== "array") continue;
    const below2 = shape.below(name);
    if (below2 === void 0) continue;
    for (const inner of value.type === "object" ? [value] : itemsOf(value)) {
      if (inner.type === "object" && !isLeftOut(inner)) addOddMembers(inner, below2, odd, isLeftOut);
    }
  }
}
function foldCase(name) {
  return name.toLowerCase().replaceAll("\u017F", "s");
}
function plainOf(name) {
  return name.toLowerCase().replace(/[-_. ]/g, "");
}
var rootShapes = /* @__PURE__ */ new Map();
function rootShapeOf(kind) {
  const known2 = rootShapes.get(kind);
  if (known2 !== void 0) return known2;
  const shape = shapeAt(kind, []);
  rootShapes.set(kind, shape);
  return shape;
}
function shapeAt(kind, path) {
  const byName = new Map(membersOf2(kind, path).map((member) => [member.name, member]));
  const shapes = /* @__PURE__ */ new Map();
  return {
    thing: thingAt(kind, path) ?? "object",
    byName,
    byFolded: new Map([...byName.keys()].map((name) => [foldCase(name), name])),
    plain: [...byName].map(([name, member]) => [plainOf(name), member]),
    below(name) {
      if (!shapes.has(name)) shapes.set(name, shapeBelow(kind, path, byName.get(name)));
      return shapes.get(name);
    }
  };
}
function shapeBelow(kind, path, member) {
  if (member === void 0) return void 0;
  const { items } = member.schema;
  const shape = shapeAt(kind, items === void 0 ? [...path, member.name] : [...path, member.name, "0"]);
  return shape.byName.size > 0 ? shape : void 0;
}

// server/src/rules/support/written-annotations.ts
var annotatedKinds = ["index", "manifest", "descriptor", "config", "docker-config"];
var annotationsByKey = once((document) => {
  const byKey = /* @__PURE__ */ new Map();
  const add2 = (annotation2) => {
    const same = byKey.get(annotation2.member.name);
    if (same === void 0) byKey.set(annotation2.member.name, [annotation2]);
    else same.push(annotation2);
  };
  annotationsIn(ownAnnotationsOf(document), ownPlaceOf(document)).forEach(add2);
  for (const parts of descriptorPartsOf(document)) {
    annotationsIn(parts.annotations, annotationPlaceOf(parts)).forEach(add2);
  }
  return byKey;
});
function annotationsIn(object, place) {
  return countingMembersOf(object).map((member) => {
    const { value } = member;
    return { member, place, value, text: stringOf(value) || void 0 };
  });
}
function ownAnnotationsOf({ kind, root: root2 }) {
  if (hasTraits(kind, "is-image-config")) return valueOf(valueOf(root2, "config"), "Labels");
  return hasTraits(kind, "is-descriptor") ? void 0 : valueOf(root2, "annotations");
}
function ownPlaceOf({ kind }) {
  if (hasTraits(kind, "is-image-config")) return "label";
  return hasTraits(kind, "oci", "lists-manifests") ? "index" : "manifest";
}
function annotationPlaceOf({ role }) {
  return placeOfRole[role];
}
var placeOfRole = {
  manifest: "index-entry",
  config: "config",
  layer: "layer",
  blob: "layer",
  subject: "descriptor",
  descriptor: "descriptor"
};

// server/src/syntax/own-entry.ts
function ownEntry(table, name) {
  return Object.hasOwn(table, name) ? table[name] : void 0;
}

// server/src/oci/facts/platforms.ts
var operatingSystems = {
  linux: "Linux",
  windows: "Windows; set `os.version` too",
  darwin: "macOS",
  freebsd: "FreeBSD",
  netbsd: "NetBSD",
  openbsd: "OpenBSD",
  dragonfly: "DragonFly BSD",
  illumos: "illumos",
  solaris: "Oracle Solaris",
  aix: "IBM AIX",
  zos: "IBM z/OS (a name kept by Go, ported outside it)",
  plan9: "Plan 9",
  android: "Android",
  ios: "iOS",
  js: "A JavaScript host for WebAssembly",
  wasip1: "WebAssembly System Interface, preview 1",
  hurd: "GNU Hurd (a name kept by Go, never ported)",
  nacl: "Native Client (no longer in Go)"
};
var architectures = {
  amd64: "64-bit x86 (x86-64)",
  arm64: "64-bit ARM (AArch64)",
  arm: "32-bit ARM, version given by the variant",
  386: "32-bit x86 (i386 to i686)",
  ppc64le: "64-bit POWER, little endian",
  s390x: "IBM Z (64-bit)",
  riscv64: "64-bit RISC-V",
  loong64: "64-bit LoongArch",
  mips64le: "64-bit MIPS, little endian",
  mips64: "64-bit MIPS, big endian",
  mipsle: "32-bit MIPS, little endian",
  mips: "32-bit MIPS, big endian",
  ppc64: "64-bit POWER, big endian",
  wasm: "WebAssembly (32-bit)",
  amd64p32: "64-bit x86 with 32-bit pointers (no longer in Go)",
  armbe: "32-bit ARM, big endian (a name kept by Go)",
  arm64be: "64-bit ARM, big endian (a name kept by Go)",
  mips64p32: "64-bit MIPS with 32-bit pointers (a name kept by Go)",
  mips64p32le: "64-bit MIPS with 32-bit pointers, little endian (a name kept by Go)",
  ppc: "32-bit POWER (a name kept by Go)",
  riscv: "32-bit RISC-V (a name kept by Go)",
  s390: "31-bit IBM Z (a name kept by Go)",
  sparc: "32-bit SPARC (a name kept by Go)",
  sparc64: "64-bit SPARC (a name kept by Go)"
};
var unknownPlatform = "unknown";
function isOperatingSystem(name) {
  return Object.hasOwn(operatingSystems, name) || name === unknownPlatform;
}
function isArchitecture(name) {
  return Object.hasOwn(architectures, name) || name === unknownPlatform;
}

// server/src/oci/facts/platform-mistakes.ts
var plainNames = {
  ...{ x86_64: "amd64", "x86-64": "amd64", x64: "amd64", "windows-amd64": "amd64" },
  ...{ x86: "386", i386: "386", i486: "386", i586: "386", i686: "386", ia32: "386" },
  ...{ aarch64: "arm64", aarch64_be: "arm64be" },
  ...{ ppc64el: "ppc64le", powerpc64le: "ppc64le", powerpc64: "ppc64", powerpc: "ppc" },
  ...{ mips64el: "mips64le", mipsel: "mipsle" },
  ...{ loongarch64: "loong64", loong: "loong64", riscv64gc: "riscv64", rv64: "riscv64", wasm32: "wasm" }
};
var namesWithVariant = {
  ...{ arm64v8: ["arm64", "v8"], armv8: ["arm64", "v8"], armv8l: ["arm", "v8"] },
  ...{
    armhf: ["arm", "v7"],
    armv7: ["arm", "v7"],
    armv7l: ["arm", "v7"],
    armv7hl: ["arm", "v7"],
    arm32v7: ["arm", "v7"]
  },
  ...{ armel: ["arm", "v6"], armv6: ["arm", "v6"], armv6l: ["arm", "v6"], arm32v6: ["arm", "v6"] },
  ...{ armv5: ["arm", "v5"], arm32v5: ["arm", "v5"] },
  ...{ amd64v2: ["amd64", "v2"], amd64v3: ["amd64", "v3"], amd64v4: ["amd64", "v4"] }
};
var systemNames = {
  ...{ macos: "darwin", macosx: "darwin", osx: "darwin", "mac os": "darwin", mac: "darwin" },
  ...{ win: "windows", win32: "windows", win64: "windows", windows_nt: "windows" },
  ...{ ubuntu: "linux", debian: "linux", alpine: "linux", fedora: "linux", rhel: "linux", "gnu/linux": "linux" },
  ...{ sunos: "solaris", wasi: "wasip1" }
};
var anyNames = /* @__PURE__ */ new Set(["noarch", "all", "any", "none", "universal", "*"]);
function architectureMeantBy(name) {
  const written = name.trim().toLowerCase();
  if (written !== name && Object.hasOwn(architectures, written)) return { architecture: written };
  const plain = ownEntry(plainNames, written);
  if (plain !== void 0) return { architecture: plain };
  const [architecture, variant2] = ownEntry(namesWithVariant, written) ?? [];
  return architecture === void 0 || variant2 === void 0 ? void 0 : { architecture, variant: variant2 };
}
function operatingSystemMeantBy(name) {
  const written = name.trim().toLowerCase();
  if (written !== name && Object.hasOwn(operatingSystems, written)) return written;
  return Object.hasOwn(systemNames, written) ? systemNames[written] : void 0;
}
function isAnyPlatformName(name) {
  return anyNames.has(name.toLowerCase());
}

// server/src/rules/support/written-platforms.ts
var platformKinds = [
  "index",
  "manifest",
  "descriptor",
  "docker-manifest-list",
  "config",
  "docker-config"
];
var platformsOf = once((document) => {
  const own = ownPlatformOf(document);
  if (own !== void 0) return [own];
  const platforms = [];
  for (const { platform: platform2 } of descriptorPartsOf(document)) {
    if (platform2?.value?.type === "object") platforms.push(platformAt(platform2.value));
  }
  return platforms;
});
function ownPlatformOf({ kind, root: root2 }) {
  const isConfig2 = hasTraits(kind, "is-image-config");
  return isConfig2 && root2?.type === "object" ? readPlatform(root2, true) : void 0;
}
var platformAt = ofValue((node) => readPlatform(node, false));
function isPlaceholder({ node, isConfig: isConfig2, osName, architectureName }) {
  if (!isConfig2 || osName !== "" || architectureName !== "") return false;
  const config2 = valueOf(node, "config");
  return ["Entrypoint", "Cmd", "Env"].every((name) => itemsOf(valueOf(config2, name)).length === 0);
}
function isSwapped({ osName = "", architectureName = "" }) {
  const isArchitecture2 = Object.hasOwn(architectures, osName) || architectureMeantBy(osName) !== void 0;
  const isSystem = Object.hasOwn(operatingSystems, architectureName) || operatingSystemMeantBy(architectureName) !== void 0;
  return isArchitecture2 && isSystem && !Object.hasOwn(operatingSystems, osName);
}
function platformClauseOf({ isConfig: isConfig2 }, name) {
  return isConfig2 ? `config-${name}` : `platform-${name}`;
}
function readPlatform(node, isConfig2) {
  let os;
  let architecture;
  let variant2;
  let osVersion;
  let osFeatures3;
  let features;
  for (const member of membersOf(node)) {
    switch (member.name) {
      case "os":
        os = member.value;
        break;
      case "architecture":
        architecture = member.value;
        break;
      case "variant":
        variant2 = member.value;
        break;
      case "os.version":
        osVersion = member.value;
        break;
      case "os.features":
        osFeatures3 = member.value;
        break;
      case "features":
        features = member;
        break;
    }
  }
  const names4 = { osName: stringOf(os), architectureName: stringOf(architecture) };
  return { node, isConfig: isConfig2, os, architecture, variant: variant2, osVersion, osFeatures: osFeatures3, features, ...names4 };
}

// server/src/lint/moved.ts
function moved2(finding, from, to) {
  const by = to.start - from.start;
  if (by === 0 && from.pointer === to.pointer) return finding;
  const { missingFrom, related, fixes, without } = finding;
  const pointerOf2 = (pointer) => to.pointer + pointer.slice(from.pointer.length);
  return {
    ...finding,
    span: shifted(finding.span, by),
    pointer: pointerOf2(finding.pointer),
    ...missingFrom === void 0 ? {} : { missingFrom: pointerOf2(missingFrom) },
    ...related === void 0 ? {} : { related: related.map((place) => movedPlace(place, by, pointerOf2)) },
    ...fixes === void 0 ? {} : { fixes: fixes.map((fix) => movedFix(fix, by)) },
    ...without === void 0 ? {} : { without: (names4) => moved2(without(names4), from, to) }
  };
}
function shifted(span, by) {
  return { ...span, start: span.start + by, end: span.end + by };
}
function movedPlace(place, by, pointerOf2) {
  if (place.uri !== void 0) return place;
  return { ...place, span: shifted(place.span, by), pointer: pointerOf2(place.pointer) };
}
function movedFix(fix, by) {
  return { ...fix, edits: fix.edits.map((edit) => shifted(edit, by)) };
}

// server/src/rules/support/foreign-members.ts
var indexMembers = ["manifests"];
var schema1Members = ["fsLayers", "history"];
var manifestMembers = ["config", "layers", ...schema1Members];
var foreignMembers = {
  index: manifestMembers,
  "docker-manifest-list": manifestMembers,
  manifest: [...indexMembers, ...schema1Members],
  "docker-manifest": [...indexMembers, ...schema1Members]
};
function isForeignTo(kind, name) {
  return foreignNamesFor(kind).has(foldCase(name));
}
function foreignNamesFor(kind) {
  return (kind && foreignNames.get(kind)) ?? none3;
}
var none3 = /* @__PURE__ */ new Map();
var foreignNames = new Map(
  Object.entries(foreignMembers).map(([kind, names4]) => [kind, new Map(names4.map((name) => [foldCase(name), name]))])
);

// server/src/rules/text/ambiguous-document.ts
var ambiguousDocument = {
  meta: {
    id: "ambiguous-document",
    title: "Document is readable as both an index and a manifest",
    kinds: ["index", "manifest", "docker-manifest", "docker-manifest-list"],
    severity: "error",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  *check({ kind, root: root2, row, json }) {
    const names4 = foreignNamesFor(kind);
    for (const member of membersOf(root2)) {
      const name = names4.get(foldCase(member.name));
      if (name === void 0 || member.value?.type === "null") continue;
      const message4 = `\`${member.name}\` belongs to ${ownerOf(name)}, not ${withArticle(row?.title ?? "")}. Clients may disagree on what this is (CVE-2021-41190).`;
      const fixes = [
        { title: `Remove ${inBackticks(member.name)}`, edits: [removeMember(json, member)], isSafe: false }
      ];
      yield findingAtName(member, message4, name === "history" ? { severity: "warning", fixes } : { fixes });
    }
  }
};
function ownerOf(name) {
  if (indexMembers.includes(name)) return "an index";
  return schema1Members.includes(name) ? "a Docker schema 1 manifest" : "a manifest";
}
function withArticle(title) {
  return /^[aeiou]/i.test(title) ? `an ${title}` : `a ${title}`;
}

// server/src/oci/counted.ts
function grouped(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function counted(count, one, many = `${one}s`) {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

// server/src/rules/text/document-size.ts
var expectedLimit = 4 * 1024 * 1024;
var documentSize = {
  meta: {
    id: "document-size",
    title: "Document is larger than 4 MiB",
    kinds: [
      "index",
      "manifest",
      "docker-manifest",
      "docker-manifest-list",
      "artifact-manifest",
      "oras-artifact-manifest"
    ],
    severity: "warning",
    profile: "spec",
    clauses: ["dist-manifest-size"],
    fixable: false
  },
  *check(document) {
    const { json } = document;
    if (json.text.length * 3 <= expectedLimit || document.byteLength <= expectedLimit) return;
    const { byteLength } = document;
    yield {
      span: { start: 0, end: Math.min(1, json.text.length) },
      pointer: "",
      clause: "dist-manifest-size",
      message: `Document has ${grouped(byteLength)} bytes. Registries need not accept more than ${grouped(expectedLimit)}.`
    };
  }
};

// server/src/rules/text/duplicate-names.ts
var duplicateNames = {
  meta: {
    id: "duplicate-names",
    title: "Duplicate property",
    kinds: "any",
    severity: "error",
    profile: "spec",
    clauses: ["json-duplicate-names", "annotations-keys-unique"],
    fixable: true
  },
  checkObject(object, { json }) {
    const members = membersOf(object);
    return mayRepeat(members) ? repetitionsIn(members, json) : void 0;
  }
};
function* repetitionsIn(members, json) {
  const groups = /* @__PURE__ */ new Map();
  for (const member of members) {
    const group = groups.get(member.name);
    if (group === void 0) groups.set(member.name, { first: member, count: 1 });
    else group.count++;
  }
  for (const member of members) {
    const { first, count } = groups.get(member.name);
    if (member !== first) yield findingOf2(json, first, member, count === 2);
  }
}
function findingOf2(json, first, repeated, isPair) {
  const fixes = fixesOf(json, first, repeated, isPair);
  const isOfAnnotations = memberAbove(repeated.object)?.name === "annotations";
  return findingAtName(
    repeated,
    `Duplicate property ${inBackticks(repeated.name)}. Readers disagree on which one counts.`,
    {
      clause: isOfAnnotations ? "annotations-keys-unique" : "json-duplicate-names",
      ...fixes.length > 0 ? { fixes } : {},
      related: [{ span: nameSpanOf(first), pointer: pointerOfMember(first), message: "First defined here." }]
    }
  );
}
function fixesOf(json, first, repeated, isPair) {
  if (first.value === void 0 || repeated.value === void 0) return [];
  const textOf3 = ({ start, end }) => json.text.slice(start, end);
  if (textOf3(spanOf(first.value)) !== textOf3(spanOf(repeated.value))) return choicesOf(json, first, repeated, isPair);
  const edit = removeMember(json, repeated);
  const member = memberSpanOf(repeated);
  const around = textOf3({ start: edit.start, end: member.start }) + textOf3({ start: member.end, end: edit.end });
  return /^[\s,]*$/.test(around) ? [{ title: "Remove duplicate property", edits: [edit], isSafe: true }] : [];
}
function choicesOf(json, first, repeated, isPair) {
  const removing = (title, removed, kept) => {
    const isEscaped2 = json.text.slice(nameSpanOf(kept).start, nameSpanOf(kept).end).includes("\\");
    const edits = [removeMember(json, removed), ...isEscaped2 ? [renameMember(kept, kept.name)] : []];
    return { title, edits, isSafe: false };
  };
  return [
    removing(isPair ? "Keep the first" : "Remove this one", repeated, first),
    removing(isPair ? "Keep the last" : "Remove the first", first, repeated)
  ];
}

// server/src/rules/text/json-depth.ts
var jsonDepth = {
  meta: {
    id: "json-depth",
    title: "Document is nested too deeply",
    kinds: "any",
    severity: "error",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check({ json }) {
    const fault = json.faults.find(({ code }) => code === "too-deep");
    if (fault === void 0) return;
    yield {
      span: { start: fault.start, end: fault.end },
      pointer: "",
      message: "Nested deeper than 10,000 levels, which Go does not decode."
    };
  }
};

// server/src/rules/text/json-encoding.ts
var jsonEncoding = {
  meta: {
    id: "json-encoding",
    title: "Invalid text encoding",
    kinds: "any",
    severity: "error",
    profile: "spec",
    clauses: ["json-utf8", "json-i-json"],
    fixable: true
  },
  *check({ json, root: root2 }) {
    const pointerAt = innermostPointers(root2);
    const fixes = fixesFor(json);
    for (const fault of json.faults) {
      const message4 = messages2[fault.code];
      if (message4 === void 0) continue;
      yield { span: { start: fault.start, end: fault.end }, ...detailsFor(fault, pointerAt, fixes), message: message4 };
    }
  }
};
var messages2 = {
  bom: "JSON must not start with a byte order mark. Save as UTF-8 without BOM.",
  utf16: "File is UTF-16. JSON must be UTF-8.",
  "not-utf8": "Invalid UTF-8.",
  "lone-surrogate": "Unpaired surrogate is not a valid character. Go stores U+FFFD instead.",
  noncharacter: "Unicode noncharacter, which I-JSON (RFC 7493) forbids."
};
function fixesFor({ faults: faults2, text: text2 }) {
  const isLossy = faults2.some(({ code }) => code === "not-utf8") || text2.includes("\uFFFD");
  return isLossy ? [] : [{ title: "Save as plain UTF-8", edits: [], isRewriting: true, isSafe: true }];
}
function detailsFor(fault, pointerAt, fixes) {
  switch (fault.code) {
    case "bom":
    case "utf16":
      return { pointer: "", clause: "json-utf8", fixes };
    case "not-utf8":
      return { pointer: pointerAt(fault), clause: "json-utf8", garbles: true };
    case "lone-surrogate":
      return { pointer: pointerAt(fault), clause: "json-i-json", garbles: true };
    default:
      return { pointer: pointerAt(fault), clause: "json-i-json", severity: "warning" };
  }
}

// server/src/rules/text/member-misplaced.ts
var memberMisplaced = {
  meta: {
    id: "member-misplaced",
    title: "Property is in the wrong object",
    kinds: "any",
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  checkOddMember(odd) {
    const { member } = odd;
    const home = homeOf(odd);
    if (home === void 0) return void 0;
    const object = objectOf(member);
    const finding = findingAtName(member, `${inBackticks(member.name)} has no effect here. Move it into \`${home}\`.`);
    const target = valueOf(object, home);
    if (target?.type !== "object" || memberOf(target, member.name) !== void 0) return finding;
    const isRequired = odd.shape.below(home)?.byName.get(member.name)?.required === true;
    if (!isRequired) return finding;
    return { ...finding, severity: "error", missing: [member.name], missingFrom: pointerOf(target) };
  }
};
var ofPlatforms = /* @__PURE__ */ new Set(["os", "architecture", "variant", "os.version", "os.features"]);
function homeOf({ member: { name }, shape }) {
  const { byName } = shape;
  if (byName.has(name)) return void 0;
  if (byName.has("annotations") && name.startsWith("org.opencontainers.image.")) return "annotations";
  if (byName.has("platform") && byName.has("digest") && ofPlatforms.has(name)) return "platform";
  if (!byName.has("rootfs")) return void 0;
  return ["config", "rootfs"].find((home) => shape.below(home)?.byName.has(name) === true);
}

// server/src/rules/support/edit-distance.ts
function editDistance(a2, b3, limit2) {
  return distanceFrom(a2, 0, b3, 0, limit2);
}
function distanceFrom(a2, i2, b3, j, limit2) {
  while (i2 < a2.length && a2[i2] === b3[j]) {
    i2++;
    j++;
  }
  const [restOfA, restOfB] = [a2.length - i2, b3.length - j];
  if (Math.abs(restOfA - restOfB) > limit2) return limit2 + 1;
  if (restOfA === 0 || restOfB === 0) return restOfA + restOfB;
  let best = limit2 + 1;
  const attempt = (nextI, nextJ) => {
    if (best > 1) best = 1 + distanceFrom(a2, nextI, b3, nextJ, best - 2);
  };
  attempt(i2 + 1, j + 1);
  attempt(i2 + 1, j);
  attempt(i2, j + 1);
  if (a2[i2] === b3[j + 1] && a2[i2 + 1] === b3[j]) attempt(i2 + 2, j + 2);
  return best;
}

// server/src/rules/support/member-slips.ts
function knownVariantOf({ member, shape }) {
  return shape.byFolded.get(foldCase(member.name));
}
var longestName = 40;
var otherNames = /* @__PURE__ */ new Map([
  ["blobs", ["layers"]],
  ["fslayers", ["layers"]],
  ["images", ["manifests"]],
  ["blobsum", ["digest"]],
  ["length", ["size"]],
  ["contenttype", ["mediaType"]],
  ["arch", ["architecture"]],
  ["environment", ["Env"]],
  ["workdir", ["WorkingDir"]]
]);
function memberMeantBy({ member: written, shape }) {
  const { name } = written;
  if (name.length > longestName || name.length < 3 || shape.byName.has(name)) return void 0;
  if (shape.byFolded.has(foldCase(name))) return void 0;
  const plain = plainOf(name);
  const other = otherNames.get(plain)?.find((known2) => shape.byName.has(known2));
  if (other !== void 0)
    return memberOf(objectOf(written), other) === void 0 ? shape.byName.get(other) : void 0;
  let best;
  let bestDistance = 3;
  for (const [known2, member] of shape.plain) {
    const limit2 = Math.min(member.name.length <= 4 ? 1 : 2, bestDistance - 1);
    const distance = editDistance(plain, known2, limit2);
    if (distance > limit2) continue;
    if (memberOf(objectOf(written), member.name) === void 0) [best, bestDistance] = [member, distance];
  }
  return best !== void 0 && (best.required || best.name.length > 4 || isReordered(plain, best)) ? best : void 0;
}
function isReordered(plain, { name }) {
  const lettersOf = (text2) => [...new Set(text2)].sort().join("");
  return plain.length >= plainOf(name).length && lettersOf(plain) === lettersOf(plainOf(name));
}

// server/src/rules/text/member-name-case.ts
var memberNameCase = {
  meta: {
    id: "member-name-case",
    title: "Property name has the wrong case",
    kinds: "any",
    severity: "error",
    profile: "recommended",
    clauses: ["unknown-property-accepted"],
    fixable: true
  },
  checkOddMember(odd) {
    const { member, shape } = odd;
    if (shape.byName.has(member.name)) return isRepeated(member) ? void 0 : escaped(member);
    const known2 = knownVariantOf(odd);
    return known2 === void 0 ? void 0 : variant(objectOf(member), member, known2);
  }
};
function isRepeated(member) {
  const object = objectOf(member);
  if (memberOf(object, member.name) !== member) return true;
  return membersOf(object).some((other) => other !== member && other.name === member.name);
}
function escaped(member) {
  const message4 = `\`${member.name}\` is written with escapes, which text search misses. Write it plainly.`;
  return findingAtName(member, message4, {
    severity: "warning",
    fixes: [{ title: `Rename to ${member.name}`, edits: [renameMember(member, member.name)], isSafe: true }]
  });
}
function variant(object, member, known2) {
  const hasBoth = memberOf(object, known2) !== void 0;
  const who = hasBoth ? "Go takes the later of the two, other readers ignore this one." : "Go accepts it, other readers ignore it.";
  const fix = { title: `Rename to ${known2}`, edits: [renameMember(member, known2)], isSafe: false };
  return {
    ...findingAtName(member, `${inBackticks(member.name)} differs from \`${known2}\` only in case. ${who}`),
    ...hasBoth ? {} : { missing: [known2], missingFrom: pointerOf(object), fixes: [fix] }
  };
}

// server/src/schema/message.ts
function messageOf(error, value, written) {
  return wordsOf(error, typeof value === "number" && written !== void 0 ? new WrittenNumber(written) : value);
}
var WrittenNumber = class {
  written;
  constructor(written) {
    this.written = written;
  }
  toString() {
    return shortened(this.written);
  }
};
function wordsOf(error, value) {
  const path = readPointer(error.pointer);
  const place = {
    name: path.at(-1),
    schema: schemaAt(error.kind, path) ?? {},
    parent: path.length === 0 ? void 0 : schemaAt(error.kind, path.slice(0, -1)),
    thing: inSentence(thingAt(error.kind, path) ?? "Object")
  };
  const subject2 = subjectOf(place, path.at(-2));
  switch (error.keyword) {
    case "type":
      return `${subject2} must be ${expectedBy(place.schema)}, not ${shown(value)}.${remedyOf(place, value)}`;
    case "const":
      return constantMessage(subject2, place.schema.const, value);
    case "minimum":
      return `${subject2} must not be negative, found ${shownPlainly(value)}.`;
    case "maxProperties":
      return `${subject2} must be {}, not an object with properties.`;
    default:
      return patternMessage(place, subject2, value);
  }
}
function missingMessageOf({ kind, pointer }, names4) {
  const path = readPointer(pointer);
  const { required = [], then } = schemaAt(kind, path) ?? {};
  const isConditional = names4.length === 1 && !required.includes(names4[0] ?? "");
  if (isConditional && then?.errorMessage !== void 0) return then.errorMessage;
  const thing = inSentence(thingAt(kind, path) ?? "Object");
  return `This ${thing} has no ${listed(names4)}, which ${names4.length === 1 ? "is" : "are"} required.`;
}
function subjectOf({ name, schema: schema2, parent, thing }, array) {
  if (name === void 0) return `This ${thing}`;
  if (parent?.items !== void 0) return `\`${array}[${name}]\``;
  const quoted2 = `\`${shortened(name).replaceAll("`", "'")}\``;
  return isEntry({ name, parent }) ? `${schema2.title ?? "Property"} ${quoted2}` : quoted2;
}
function constantMessage(subject2, constant, value) {
  const show = typeNameOf(constant) === typeNameOf(value) ? shownPlainly : shown;
  const written = typeof constant === "string" ? JSON.stringify(constant) : show(constant);
  return `${subject2} must be ${written}, not ${show(value)}.`;
}
function patternMessage({ schema: schema2, thing }, subject2, value) {
  const expected = schema2.patternErrorMessage ?? "It has another form.";
  return value === "" ? `${subject2} is empty. ${expected}` : `Invalid ${thing} ${shownPlainly(value)}. ${expected}`;
}
function remedyOf(place, value) {
  const remedy = value === null ? nullRemedyOf(place) : rewritingOf(place, value);
  return remedy === void 0 ? "" : ` ${remedy}`;
}
function nullRemedyOf({ name, schema: schema2, parent }) {
  if (isEntry({ name, parent })) return `Write ${typesOf(schema2).includes("object") ? "{}" : '""'} or remove it.`;
  const isOwn = name !== void 0 && parent?.properties !== void 0;
  const isRequired = isOwn && parent.required?.includes(name) === true;
  if (isList(schema2, isRequired)) return "Write [].";
  return isOwn && !isRequired ? "Remove it." : void 0;
}
function rewritingOf({ name, schema: schema2 }, value) {
  const types = typesOf(schema2);
  if (typeof value === "string") {
    const isQuoted = types.includes("integer") && /^-?\d{1,19}$/.test(value) || types.includes("boolean") && /^(?:true|false)$/.test(value);
    if (isQuoted) return "Remove the quotes.";
    if (isCommandLine(name, value)) return "Use one item per argument.";
    if (schema2.items?.type === "string") return `Write [${shownPlainly(value)}].`;
  }
  const isPlain3 = types.includes("string") && schema2.pattern === void 0 && schema2.contentEncoding === void 0;
  return isPlain3 && isScalar(value) ? `Write "${value}".` : void 0;
}
function isCommandLine(name, text2) {
  return name === "Test" || (name === "Cmd" || name === "Entrypoint") && /[\s'"$|&;<>]/.test(text2.trim());
}
var typeNames = {
  string: "a string",
  integer: "an integer",
  boolean: "true or false",
  object: "an object",
  array: "an array"
};
function expectedBy(schema2) {
  if (schema2.maxProperties === 0) return "{}";
  const names4 = typesOf(schema2).map((type) => typeNames[type]);
  return `${names4.join(" or ")}${schema2.items?.type === "string" ? " of strings" : ""}`;
}
function typesOf({ type = [] }) {
  return [type].flat().filter((name) => name !== "null");
}
function isEntry({ name, parent }) {
  return parent?.additionalProperties !== void 0 && !Object.hasOwn(parent.properties ?? {}, name ?? "");
}
function shown(value) {
  const type = typeNameOf(value);
  return type === "string" || type === "number" ? `the ${type} ${shownPlainly(value)}` : shownPlainly(value);
}
function typeNameOf(value) {
  return value instanceof WrittenNumber ? "number" : typeof value;
}
function shownPlainly(value) {
  if (Array.isArray(value)) return "an array";
  if (typeNameOf(value) === "object" && value !== null) return "an object";
  return typeof value === "string" ? JSON.stringify(shortened(value)) : String(value);
}
function isScalar(value) {
  return typeof value === "string" || typeNameOf(value) === "number" || typeof value === "boolean";
}
var longestShown = 60;
function shortened(text2) {
  return text2.length <= longestShown ? text2 : `${text2.slice(0, longestShown - 1)}\u2026`;
}
function listed(names4) {
  const quoted2 = names4.map((name) => `\`${name}\``);
  const last = quoted2.pop() ?? "";
  return quoted2.length === 0 ? last : `${quoted2.join(", ")} and ${last}`;
}
function inSentence(title) {
  return /^(?:Docker|OCI|[A-Z]{2})/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

// server/src/rules/text/member-name-misspelled.ts
var memberNameMisspelled = {
  meta: {
    id: "member-name-misspelled",
    title: "Misspelled property name",
    kinds: "any",
    severity: "warning",
    profile: "recommended",
    clauses: ["unknown-property-accepted"],
    fixable: true
  },
  checkOddMember(odd) {
    const known2 = memberMeantBy(odd);
    return known2 && findingOf3(objectOf(odd.member), odd.member, known2, odd.shape);
  }
};
function findingOf3(object, member, known2, { thing }) {
  const details2 = {
    fixes: [{ title: `Rename to ${known2.name}`, edits: [renameMember(member, known2.name)], isSafe: false }]
  };
  const what = `Unknown property ${inBackticks(member.name)} in this ${inSentence(thing)}. Did you mean \`${known2.name}\`?`;
  const finding = known2.required ? findingAtName(member, `${what} It is required.`, { ...details2, severity: "error" }) : findingAtName(member, what, details2);
  return { ...finding, missing: [known2.name], missingFrom: pointerOf(object) };
}

// server/src/oci/erofs.ts
var family = /^application\/vnd\.erofs(?:\.layer\.v1)?(?:\+zstd)?$/;
var erofsChunkIndex = "application/vnd.erofs.chunk-index.v1";
function isErofsType(type) {
  return family.test(type) || type === erofsChunkIndex;
}
function isErofsConfig(root2) {
  return itemsOf(valueOf(root2, "os.features")).some((feature) => stringOf(feature) === "erofs");
}

// server/src/syntax/value.ts
function documentValueOf({ text: text2, root: root2, faults: faults2 }) {
  if (faults2.length > 0) return toValue(root2);
  try {
    return JSON.parse(text2);
  } catch {
    return toValue(root2);
  }
}
function toValue(root2, isLeftOut) {
  if (root2 === void 0) return void 0;
  const result = emptyOf(root2);
  const stack = isContainer(root2) ? [{ node: root2, value: result }] : [];
  for (let frame = stack.pop(); frame !== void 0; frame = stack.pop()) {
    for (const child of childrenOf(frame.node)) {
      const node = child.type === "member" ? child.value : child;
      if (node === void 0 || isLeftOut?.(node) === true) continue;
      const value = emptyOf(node);
      if (child.type === "member") put(frame.value, child, value);
      else frame.value.push(value);
      if (isContainer(node)) stack.push({ node, value });
    }
  }
  return result;
}
function isContainer(node) {
  return node.type === "object" || node.type === "array";
}
function emptyOf(node) {
  switch (node.type) {
    case "object":
      return {};
    case "array":
      return [];
    case "string":
      return node.scalar;
    case "number":
      return Number(node.scalar);
    case "boolean":
      return node.scalar === "true";
    case "null":
      return null;
    case "invalid":
      return void 0;
  }
}
function put(target, member, value) {
  if (member.name === "__proto__") {
    Object.defineProperty(target, "__proto__", { value, enumerable: true, writable: true, configurable: true });
  } else target[member.name] = value;
}

// server/src/schema/generated/validators.js
function ve(r2) {
  return r2.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(r2);
}
function n(r2, i2) {
  if (r2 === null) return i2;
  for (let f3 of i2) r2.push(f3);
  return r2;
}
var Me = Pe;
var Ie = { type: "object", required: ["mediaType", "artifactType"], properties: { mediaType: { const: "application/vnd.oci.artifact.manifest.v1+json" }, artifactType: { $ref: "definitions.schema.json#/definitions/mediaType" }, blobs: { type: ["array", "null"], items: { $ref: "descriptor.schema.json" } }, subject: { $ref: "descriptor.schema.json" }, annotations: { $ref: "definitions.schema.json#/definitions/annotations" } } };
var w = new RegExp("^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$", "u");
function N(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? w.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), N.errors = e2, t2 === 0;
}
function T(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? w.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), T.errors = e2, t2 === 0;
}
var V = new RegExp("^(?:(?:sha256|blake3):[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?!(?:sha256|sha512|blake3):|[a-z0-9+._-]*[+._-]{2})[a-z0-9](?:[a-z0-9+._-]*[a-z0-9])?:[A-Za-z0-9=_-]+)$", "u");
function x(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? V.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?:(?:sha256|blake3):[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?!(?:sha256|sha512|blake3):|[a-z0-9+._-]*[+._-]{2})[a-z0-9](?:[a-z0-9+._-]*[a-z0-9])?:[A-Za-z0-9=_-]+)$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), x.errors = e2, t2 === 0;
}
var Te = new RegExp("^(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z][A-Za-z0-9+.-]*:(?://(?:[A-Za-z0-9._~!$&'()*+,;=%:-]*@)?(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::[0-9]*)?(?=[/?#]|$)|(?!//))[A-Za-z0-9._~!$&'()*+,;=%:@/-]*(?:\\?[A-Za-z0-9._~!$&'()*+,;=%:@/?-]*)?(?:#[A-Za-z0-9._~!$&'()*+,;=%:@/?-]*)?$", "u");
function H(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? Te.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z][A-Za-z0-9+.-]*:(?://(?:[A-Za-z0-9._~!$&'()*+,;=%:-]*@)?(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::[0-9]*)?(?=[/?#]|$)|(?!//))[A-Za-z0-9._~!$&'()*+,;=%:@/-]*(?:\\?[A-Za-z0-9._~!$&'()*+,;=%:@/?-]*)?(?:#[A-Za-z0-9._~!$&'()*+,;=%:@/?-]*)?$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), H.errors = e2, t2 === 0;
}
function F(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return F.errors = e2, t2 === 0;
}
var $e = { type: "object", required: ["architecture", "os"], properties: { architecture: { type: "string" }, os: { type: "string" }, "os.version": { type: "string" }, "os.features": { type: "array", items: { type: "string" } }, variant: { type: "string" }, features: { type: ["array", "null"], items: { type: "string" } } } };
function O(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.architecture === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "architecture" } }]), t2++), r2.os === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "os" } }]), t2++), r2.architecture !== void 0 && typeof r2.architecture != "string" && (e2 = n(e2, [{ instancePath: i2 + "/architecture", keyword: "type", params: { type: "string" } }]), t2++), r2.os !== void 0 && typeof r2.os != "string" && (e2 = n(e2, [{ instancePath: i2 + "/os", keyword: "type", params: { type: "string" } }]), t2++), r2["os.version"] !== void 0 && typeof r2["os.version"] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/os.version", keyword: "type", params: { type: "string" } }]), t2++), r2["os.features"] !== void 0) {
      let o2 = r2["os.features"];
      if (Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) typeof o2[a2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/os.features/" + a2, keyword: "type", params: { type: "string" } }]), t2++);
      } else e2 = n(e2, [{ instancePath: i2 + "/os.features", keyword: "type", params: { type: "array" } }]), t2++;
    }
    if (r2.variant !== void 0 && typeof r2.variant != "string" && (e2 = n(e2, [{ instancePath: i2 + "/variant", keyword: "type", params: { type: "string" } }]), t2++), r2.features !== void 0) {
      let o2 = r2.features;
      if (!Array.isArray(o2) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/features", keyword: "type", params: { type: $e.properties.features.type } }]), t2++), Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) typeof o2[a2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/features/" + a2, keyword: "type", params: { type: "string" } }]), t2++);
      }
    }
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return O.errors = e2, t2 === 0;
}
var we = ve;
function u(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.mediaType === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "mediaType" } }]), t2++), r2.digest === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "digest" } }]), t2++), r2.size === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "size" } }]), t2++), r2.mediaType !== void 0 && (T(r2.mediaType, { instancePath: i2 + "/mediaType", parentData: r2, parentDataProperty: "mediaType", rootData: p2 }) || (e2 = n(e2, T.errors), t2 = e2.length)), r2.digest !== void 0 && (x(r2.digest, { instancePath: i2 + "/digest", parentData: r2, parentDataProperty: "digest", rootData: p2 }) || (e2 = n(e2, x.errors), t2 = e2.length)), r2.size !== void 0) {
      let o2 = r2.size;
      typeof o2 == "number" && !(o2 % 1) && !isNaN(o2) && isFinite(o2) || (e2 = n(e2, [{ instancePath: i2 + "/size", keyword: "type", params: { type: "integer" } }]), t2++), typeof o2 == "number" && isFinite(o2) && (o2 < 0 || isNaN(o2)) && (e2 = n(e2, [{ instancePath: i2 + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 } }]), t2++);
    }
    if (r2.urls !== void 0) {
      let o2 = r2.urls;
      if (Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) H(o2[a2], { instancePath: i2 + "/urls/" + a2, parentData: o2, parentDataProperty: a2, rootData: p2 }) || (e2 = n(e2, H.errors), t2 = e2.length);
      } else e2 = n(e2, [{ instancePath: i2 + "/urls", keyword: "type", params: { type: "array" } }]), t2++;
    }
    if (r2.annotations !== void 0 && (F(r2.annotations, { instancePath: i2 + "/annotations", parentData: r2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, F.errors), t2 = e2.length)), r2.data !== void 0) {
      let o2 = r2.data;
      typeof o2 == "string" ? we(o2) || (e2 = n(e2, [{ instancePath: i2 + "/data", keyword: "contentEncoding", params: {} }]), t2++) : (e2 = n(e2, [{ instancePath: i2 + "/data", keyword: "type", params: { type: "string" } }]), t2++);
    }
    r2.artifactType !== void 0 && (T(r2.artifactType, { instancePath: i2 + "/artifactType", parentData: r2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, T.errors), t2 = e2.length)), r2.platform !== void 0 && (O(r2.platform, { instancePath: i2 + "/platform", parentData: r2, parentDataProperty: "platform", rootData: p2 }) || (e2 = n(e2, O.errors), t2 = e2.length));
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return u.errors = e2, t2 === 0;
}
function C(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return C.errors = e2, t2 === 0;
}
function Pe(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.mediaType === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "mediaType" } }]), t2++), r2.artifactType === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "artifactType" } }]), t2++), r2.mediaType !== void 0 && r2.mediaType !== "application/vnd.oci.artifact.manifest.v1+json" && (e2 = n(e2, [{ instancePath: i2 + "/mediaType", keyword: "const", params: { allowedValue: "application/vnd.oci.artifact.manifest.v1+json" } }]), t2++), r2.artifactType !== void 0 && (N(r2.artifactType, { instancePath: i2 + "/artifactType", parentData: r2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, N.errors), t2 = e2.length)), r2.blobs !== void 0) {
      let o2 = r2.blobs;
      if (!Array.isArray(o2) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/blobs", keyword: "type", params: { type: Ie.properties.blobs.type } }]), t2++), Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) u(o2[a2], { instancePath: i2 + "/blobs/" + a2, parentData: o2, parentDataProperty: a2, rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length);
      }
    }
    r2.subject !== void 0 && (u(r2.subject, { instancePath: i2 + "/subject", parentData: r2, parentDataProperty: "subject", rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length)), r2.annotations !== void 0 && (C(r2.annotations, { instancePath: i2 + "/annotations", parentData: r2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, C.errors), t2 = e2.length));
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return Pe.errors = e2, t2 === 0;
}
var Ue = Se;
var m = { type: "object", required: ["architecture", "os", "rootfs"], properties: { created: { $ref: "definitions.schema.json#/definitions/dateTime" }, author: { type: ["string", "null"] }, architecture: { type: "string" }, os: { type: "string" }, "os.version": { type: ["string", "null"] }, "os.features": { $ref: "definitions.schema.json#/definitions/strings" }, variant: { type: ["string", "null"] }, config: { type: ["object", "null"], properties: { User: { type: ["string", "null"] }, ExposedPorts: { $ref: "definitions.schema.json#/definitions/emptyObjects" }, Env: { type: ["array", "null"], items: { type: "string", pattern: "^[^=]+=" } }, Entrypoint: { $ref: "definitions.schema.json#/definitions/strings" }, Cmd: { $ref: "definitions.schema.json#/definitions/strings" }, Volumes: { $ref: "definitions.schema.json#/definitions/emptyObjects" }, WorkingDir: { type: ["string", "null"] }, Labels: { $ref: "definitions.schema.json#/definitions/labels" }, StopSignal: { type: ["string", "null"] }, ArgsEscaped: { type: ["boolean", "null"] }, Memory: { type: ["integer", "null"] }, MemorySwap: { type: ["integer", "null"] }, CpuShares: { type: ["integer", "null"] }, Healthcheck: { type: ["object", "null"] } } }, rootfs: { type: "object", required: ["type", "diff_ids"], properties: { type: { const: "layers" }, diff_ids: { type: "array", items: { $ref: "definitions.schema.json#/definitions/digest" } } } }, history: { type: ["array", "null"], items: { type: "object", properties: { created: { $ref: "definitions.schema.json#/definitions/dateTime" }, author: { type: ["string", "null"] }, created_by: { type: ["string", "null"] }, comment: { type: ["string", "null"] }, empty_layer: { type: ["boolean", "null"] } } } } } };
var ze = { type: ["string", "null"], pattern: "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):(?:[0-5][0-9]:[0-5][0-9]|(?:14|29|44|59):60)(?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$" };
var Ee = new RegExp("^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):(?:[0-5][0-9]:[0-5][0-9]|(?:14|29|44|59):60)(?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$", "u");
function b(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: ze.type } }]), t2++), typeof r2 == "string" && (Ee.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):(?:[0-5][0-9]:[0-5][0-9]|(?:14|29|44|59):60)(?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$" } }]), t2++)), b.errors = e2, t2 === 0;
}
var q = { type: ["array", "null"], items: { type: "string" } };
function D(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!Array.isArray(r2) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: q.type } }]), t2++), Array.isArray(r2)) {
    let o2 = r2.length;
    for (let s2 = 0; s2 < o2 && t2 < 1e3; s2++) typeof r2[s2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + s2, keyword: "type", params: { type: "string" } }]), t2++);
  }
  return D.errors = e2, t2 === 0;
}
var je = { type: ["object", "null"], additionalProperties: { type: "object", maxProperties: 0 } };
function $(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!(r2 && typeof r2 == "object" && !Array.isArray(r2)) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: je.type } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    let s2 = r2[o2];
    s2 && typeof s2 == "object" && !Array.isArray(s2) ? Object.keys(s2).length > 0 && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "maxProperties", params: { limit: 0 } }]), t2++) : (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } }]), t2++);
  }
  return $.errors = e2, t2 === 0;
}
var _e = { type: ["object", "null"], additionalProperties: { type: "string" } };
function L(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!(r2 && typeof r2 == "object" && !Array.isArray(r2)) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: _e.type } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  return L.errors = e2, t2 === 0;
}
function M(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? V.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?:(?:sha256|blake3):[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?!(?:sha256|sha512|blake3):|[a-z0-9+._-]*[+._-]{2})[a-z0-9](?:[a-z0-9+._-]*[a-z0-9])?:[A-Za-z0-9=_-]+)$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), M.errors = e2, t2 === 0;
}
var We = new RegExp("^[^=]+=", "u");
function Se(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.architecture === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "architecture" } }]), t2++), r2.os === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "os" } }]), t2++), r2.rootfs === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "rootfs" } }]), t2++), r2.created !== void 0 && (b(r2.created, { instancePath: i2 + "/created", parentData: r2, parentDataProperty: "created", rootData: p2 }) || (e2 = n(e2, b.errors), t2 = e2.length)), r2.author !== void 0) {
      let o2 = r2.author;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/author", keyword: "type", params: { type: m.properties.author.type } }]), t2++);
    }
    if (r2.architecture !== void 0 && typeof r2.architecture != "string" && (e2 = n(e2, [{ instancePath: i2 + "/architecture", keyword: "type", params: { type: "string" } }]), t2++), r2.os !== void 0 && typeof r2.os != "string" && (e2 = n(e2, [{ instancePath: i2 + "/os", keyword: "type", params: { type: "string" } }]), t2++), r2["os.version"] !== void 0) {
      let o2 = r2["os.version"];
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/os.version", keyword: "type", params: { type: m.properties["os.version"].type } }]), t2++);
    }
    if (r2["os.features"] !== void 0 && (D(r2["os.features"], { instancePath: i2 + "/os.features", parentData: r2, parentDataProperty: "os.features", rootData: p2 }) || (e2 = n(e2, D.errors), t2 = e2.length)), r2.variant !== void 0) {
      let o2 = r2.variant;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/variant", keyword: "type", params: { type: m.properties.variant.type } }]), t2++);
    }
    if (r2.config !== void 0) {
      let o2 = r2.config;
      if (!(o2 && typeof o2 == "object" && !Array.isArray(o2)) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config", keyword: "type", params: { type: m.properties.config.type } }]), t2++), o2 && typeof o2 == "object" && !Array.isArray(o2)) {
        if (o2.User !== void 0) {
          let s2 = o2.User;
          typeof s2 != "string" && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/User", keyword: "type", params: { type: m.properties.config.properties.User.type } }]), t2++);
        }
        if (o2.ExposedPorts !== void 0 && ($(o2.ExposedPorts, { instancePath: i2 + "/config/ExposedPorts", parentData: o2, parentDataProperty: "ExposedPorts", rootData: p2 }) || (e2 = n(e2, $.errors), t2 = e2.length)), o2.Env !== void 0) {
          let s2 = o2.Env;
          if (!Array.isArray(s2) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/Env", keyword: "type", params: { type: m.properties.config.properties.Env.type } }]), t2++), Array.isArray(s2)) {
            let a2 = s2.length;
            for (let y2 = 0; y2 < a2 && t2 < 1e3; y2++) {
              let c2 = s2[y2];
              typeof c2 == "string" ? We.test(c2) || (e2 = n(e2, [{ instancePath: i2 + "/config/Env/" + y2, keyword: "pattern", params: { pattern: "^[^=]+=" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2 + "/config/Env/" + y2, keyword: "type", params: { type: "string" } }]), t2++);
            }
          }
        }
        if (o2.Entrypoint !== void 0 && (D(o2.Entrypoint, { instancePath: i2 + "/config/Entrypoint", parentData: o2, parentDataProperty: "Entrypoint", rootData: p2 }) || (e2 = n(e2, D.errors), t2 = e2.length)), o2.Cmd !== void 0 && (D(o2.Cmd, { instancePath: i2 + "/config/Cmd", parentData: o2, parentDataProperty: "Cmd", rootData: p2 }) || (e2 = n(e2, D.errors), t2 = e2.length)), o2.Volumes !== void 0 && ($(o2.Volumes, { instancePath: i2 + "/config/Volumes", parentData: o2, parentDataProperty: "Volumes", rootData: p2 }) || (e2 = n(e2, $.errors), t2 = e2.length)), o2.WorkingDir !== void 0) {
          let s2 = o2.WorkingDir;
          typeof s2 != "string" && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/WorkingDir", keyword: "type", params: { type: m.properties.config.properties.WorkingDir.type } }]), t2++);
        }
        if (o2.Labels !== void 0 && (L(o2.Labels, { instancePath: i2 + "/config/Labels", parentData: o2, parentDataProperty: "Labels", rootData: p2 }) || (e2 = n(e2, L.errors), t2 = e2.length)), o2.StopSignal !== void 0) {
          let s2 = o2.StopSignal;
          typeof s2 != "string" && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/StopSignal", keyword: "type", params: { type: m.properties.config.properties.StopSignal.type } }]), t2++);
        }
        if (o2.ArgsEscaped !== void 0) {
          let s2 = o2.ArgsEscaped;
          typeof s2 != "boolean" && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/ArgsEscaped", keyword: "type", params: { type: m.properties.config.properties.ArgsEscaped.type } }]), t2++);
        }
        if (o2.Memory !== void 0) {
          let s2 = o2.Memory;
          !(typeof s2 == "number" && !(s2 % 1) && !isNaN(s2) && isFinite(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/Memory", keyword: "type", params: { type: m.properties.config.properties.Memory.type } }]), t2++);
        }
        if (o2.MemorySwap !== void 0) {
          let s2 = o2.MemorySwap;
          !(typeof s2 == "number" && !(s2 % 1) && !isNaN(s2) && isFinite(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/MemorySwap", keyword: "type", params: { type: m.properties.config.properties.MemorySwap.type } }]), t2++);
        }
        if (o2.CpuShares !== void 0) {
          let s2 = o2.CpuShares;
          !(typeof s2 == "number" && !(s2 % 1) && !isNaN(s2) && isFinite(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/CpuShares", keyword: "type", params: { type: m.properties.config.properties.CpuShares.type } }]), t2++);
        }
        if (o2.Healthcheck !== void 0) {
          let s2 = o2.Healthcheck;
          !(s2 && typeof s2 == "object" && !Array.isArray(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/config/Healthcheck", keyword: "type", params: { type: m.properties.config.properties.Healthcheck.type } }]), t2++);
        }
      }
    }
    if (r2.rootfs !== void 0) {
      let o2 = r2.rootfs;
      if (o2 && typeof o2 == "object" && !Array.isArray(o2)) {
        if (o2.type === void 0 && (e2 = n(e2, [{ instancePath: i2 + "/rootfs", keyword: "required", params: { missingProperty: "type" } }]), t2++), o2.diff_ids === void 0 && (e2 = n(e2, [{ instancePath: i2 + "/rootfs", keyword: "required", params: { missingProperty: "diff_ids" } }]), t2++), o2.type !== void 0 && o2.type !== "layers" && (e2 = n(e2, [{ instancePath: i2 + "/rootfs/type", keyword: "const", params: { allowedValue: "layers" } }]), t2++), o2.diff_ids !== void 0) {
          let s2 = o2.diff_ids;
          if (Array.isArray(s2)) {
            let a2 = s2.length;
            for (let y2 = 0; y2 < a2 && t2 < 1e3; y2++) M(s2[y2], { instancePath: i2 + "/rootfs/diff_ids/" + y2, parentData: s2, parentDataProperty: y2, rootData: p2 }) || (e2 = n(e2, M.errors), t2 = e2.length);
          } else e2 = n(e2, [{ instancePath: i2 + "/rootfs/diff_ids", keyword: "type", params: { type: "array" } }]), t2++;
        }
      } else e2 = n(e2, [{ instancePath: i2 + "/rootfs", keyword: "type", params: { type: "object" } }]), t2++;
    }
    if (r2.history !== void 0) {
      let o2 = r2.history;
      if (!Array.isArray(o2) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/history", keyword: "type", params: { type: m.properties.history.type } }]), t2++), Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) {
          let y2 = o2[a2];
          if (y2 && typeof y2 == "object" && !Array.isArray(y2)) {
            if (y2.created !== void 0 && (b(y2.created, { instancePath: i2 + "/history/" + a2 + "/created", parentData: y2, parentDataProperty: "created", rootData: p2 }) || (e2 = n(e2, b.errors), t2 = e2.length)), y2.author !== void 0) {
              let c2 = y2.author;
              typeof c2 != "string" && c2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/history/" + a2 + "/author", keyword: "type", params: { type: m.properties.history.items.properties.author.type } }]), t2++);
            }
            if (y2.created_by !== void 0) {
              let c2 = y2.created_by;
              typeof c2 != "string" && c2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/history/" + a2 + "/created_by", keyword: "type", params: { type: m.properties.history.items.properties.created_by.type } }]), t2++);
            }
            if (y2.comment !== void 0) {
              let c2 = y2.comment;
              typeof c2 != "string" && c2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/history/" + a2 + "/comment", keyword: "type", params: { type: m.properties.history.items.properties.comment.type } }]), t2++);
            }
            if (y2.empty_layer !== void 0) {
              let c2 = y2.empty_layer;
              typeof c2 != "boolean" && c2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/history/" + a2 + "/empty_layer", keyword: "type", params: { type: m.properties.history.items.properties.empty_layer.type } }]), t2++);
            }
          } else e2 = n(e2, [{ instancePath: i2 + "/history/" + a2, keyword: "type", params: { type: "object" } }]), t2++;
        }
      }
    }
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return Se.errors = e2, t2 === 0;
}
var Re = u;
var Be = Ze;
var g = { type: "object", required: ["rootfs"], properties: { id: { type: ["string", "null"] }, parent: { type: ["string", "null"] }, comment: { type: ["string", "null"] }, created: { $ref: "config.schema.json#/properties/created" }, container: { type: ["string", "null"] }, container_config: { $ref: "#/definitions/containerConfig" }, docker_version: { type: ["string", "null"] }, author: { $ref: "config.schema.json#/properties/author" }, config: { $ref: "#/definitions/containerConfig" }, architecture: { type: ["string", "null"] }, variant: { $ref: "config.schema.json#/properties/variant" }, os: { type: ["string", "null"] }, "os.version": { $ref: "config.schema.json#/properties/os.version" }, "os.features": { $ref: "config.schema.json#/properties/os.features" }, Size: { type: ["integer", "null"] }, history: { $ref: "config.schema.json#/properties/history" }, rootfs: { type: "object", required: ["type"], properties: { type: { type: "string" }, diff_ids: { type: ["array", "null"], items: { $ref: "definitions.schema.json#/definitions/digest" } } } } }, definitions: { containerConfig: { type: ["object", "null"], properties: { Hostname: { type: ["string", "null"] }, Domainname: { type: ["string", "null"] }, User: { $ref: "config.schema.json#/properties/config/properties/User" }, AttachStdin: { type: ["boolean", "null"] }, AttachStdout: { type: ["boolean", "null"] }, AttachStderr: { type: ["boolean", "null"] }, ExposedPorts: { $ref: "config.schema.json#/properties/config/properties/ExposedPorts" }, Tty: { type: ["boolean", "null"] }, OpenStdin: { type: ["boolean", "null"] }, StdinOnce: { type: ["boolean", "null"] }, Env: { $ref: "definitions.schema.json#/definitions/strings" }, Cmd: { $ref: "config.schema.json#/properties/config/properties/Cmd" }, Healthcheck: { type: ["object", "null"], properties: { Test: { $ref: "definitions.schema.json#/definitions/strings" }, Interval: { type: ["integer", "null"] }, Timeout: { type: ["integer", "null"] }, StartPeriod: { type: ["integer", "null"] }, StartInterval: { type: ["integer", "null"] }, Retries: { type: ["integer", "null"] } } }, ArgsEscaped: { $ref: "config.schema.json#/properties/config/properties/ArgsEscaped" }, Image: { type: ["string", "null"] }, Volumes: { $ref: "config.schema.json#/properties/config/properties/Volumes" }, WorkingDir: { $ref: "config.schema.json#/properties/config/properties/WorkingDir" }, Entrypoint: { $ref: "config.schema.json#/properties/config/properties/Entrypoint" }, NetworkDisabled: { type: ["boolean", "null"] }, MacAddress: { type: ["string", "null"] }, OnBuild: { $ref: "definitions.schema.json#/definitions/strings" }, Labels: { $ref: "config.schema.json#/properties/config/properties/Labels" }, StopSignal: { $ref: "config.schema.json#/properties/config/properties/StopSignal" }, StopTimeout: { type: ["integer", "null"] }, Shell: { $ref: "definitions.schema.json#/definitions/strings" } } } } };
function I(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: ze.type } }]), t2++), typeof r2 == "string" && (Ee.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):(?:[0-5][0-9]:[0-5][0-9]|(?:14|29|44|59):60)(?:\\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$" } }]), t2++)), I.errors = e2, t2 === 0;
}
var d = { type: ["object", "null"], properties: { Hostname: { type: ["string", "null"] }, Domainname: { type: ["string", "null"] }, User: { $ref: "config.schema.json#/properties/config/properties/User" }, AttachStdin: { type: ["boolean", "null"] }, AttachStdout: { type: ["boolean", "null"] }, AttachStderr: { type: ["boolean", "null"] }, ExposedPorts: { $ref: "config.schema.json#/properties/config/properties/ExposedPorts" }, Tty: { type: ["boolean", "null"] }, OpenStdin: { type: ["boolean", "null"] }, StdinOnce: { type: ["boolean", "null"] }, Env: { $ref: "definitions.schema.json#/definitions/strings" }, Cmd: { $ref: "config.schema.json#/properties/config/properties/Cmd" }, Healthcheck: { type: ["object", "null"], properties: { Test: { $ref: "definitions.schema.json#/definitions/strings" }, Interval: { type: ["integer", "null"] }, Timeout: { type: ["integer", "null"] }, StartPeriod: { type: ["integer", "null"] }, StartInterval: { type: ["integer", "null"] }, Retries: { type: ["integer", "null"] } } }, ArgsEscaped: { $ref: "config.schema.json#/properties/config/properties/ArgsEscaped" }, Image: { type: ["string", "null"] }, Volumes: { $ref: "config.schema.json#/properties/config/properties/Volumes" }, WorkingDir: { $ref: "config.schema.json#/properties/config/properties/WorkingDir" }, Entrypoint: { $ref: "config.schema.json#/properties/config/properties/Entrypoint" }, NetworkDisabled: { type: ["boolean", "null"] }, MacAddress: { type: ["string", "null"] }, OnBuild: { $ref: "definitions.schema.json#/definitions/strings" }, Labels: { $ref: "config.schema.json#/properties/config/properties/Labels" }, StopSignal: { $ref: "config.schema.json#/properties/config/properties/StopSignal" }, StopTimeout: { type: ["integer", "null"] }, Shell: { $ref: "definitions.schema.json#/definitions/strings" } } };
var Ke = { type: ["string", "null"] };
function U(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: Ke.type } }]), t2++), U.errors = e2, t2 === 0;
}
function W(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!(r2 && typeof r2 == "object" && !Array.isArray(r2)) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: je.type } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    let s2 = r2[o2];
    s2 && typeof s2 == "object" && !Array.isArray(s2) ? Object.keys(s2).length > 0 && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "maxProperties", params: { limit: 0 } }]), t2++) : (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } }]), t2++);
  }
  return W.errors = e2, t2 === 0;
}
function h(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!Array.isArray(r2) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: q.type } }]), t2++), Array.isArray(r2)) {
    let o2 = r2.length;
    for (let s2 = 0; s2 < o2 && t2 < 1e3; s2++) typeof r2[s2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + s2, keyword: "type", params: { type: "string" } }]), t2++);
  }
  return h.errors = e2, t2 === 0;
}
function R(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!Array.isArray(r2) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: q.type } }]), t2++), Array.isArray(r2)) {
    let o2 = r2.length;
    for (let s2 = 0; s2 < o2 && t2 < 1e3; s2++) typeof r2[s2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + s2, keyword: "type", params: { type: "string" } }]), t2++);
  }
  return R.errors = e2, t2 === 0;
}
var Ge = { type: ["boolean", "null"] };
function B(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "boolean" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: Ge.type } }]), t2++), B.errors = e2, t2 === 0;
}
function K(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!(r2 && typeof r2 == "object" && !Array.isArray(r2)) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: je.type } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    let s2 = r2[o2];
    s2 && typeof s2 == "object" && !Array.isArray(s2) ? Object.keys(s2).length > 0 && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "maxProperties", params: { limit: 0 } }]), t2++) : (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } }]), t2++);
  }
  return K.errors = e2, t2 === 0;
}
var Je = { type: ["string", "null"] };
function G(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: Je.type } }]), t2++), G.errors = e2, t2 === 0;
}
function J(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!Array.isArray(r2) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: q.type } }]), t2++), Array.isArray(r2)) {
    let o2 = r2.length;
    for (let s2 = 0; s2 < o2 && t2 < 1e3; s2++) typeof r2[s2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + s2, keyword: "type", params: { type: "string" } }]), t2++);
  }
  return J.errors = e2, t2 === 0;
}
function Q(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!(r2 && typeof r2 == "object" && !Array.isArray(r2)) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: _e.type } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  return Q.errors = e2, t2 === 0;
}
var Qe = { type: ["string", "null"] };
function X(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: Qe.type } }]), t2++), X.errors = e2, t2 === 0;
}
function P(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!(r2 && typeof r2 == "object" && !Array.isArray(r2)) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: d.type } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.Hostname !== void 0) {
      let o2 = r2.Hostname;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Hostname", keyword: "type", params: { type: d.properties.Hostname.type } }]), t2++);
    }
    if (r2.Domainname !== void 0) {
      let o2 = r2.Domainname;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Domainname", keyword: "type", params: { type: d.properties.Domainname.type } }]), t2++);
    }
    if (r2.User !== void 0 && (U(r2.User, { instancePath: i2 + "/User", parentData: r2, parentDataProperty: "User", rootData: p2 }) || (e2 = n(e2, U.errors), t2 = e2.length)), r2.AttachStdin !== void 0) {
      let o2 = r2.AttachStdin;
      typeof o2 != "boolean" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/AttachStdin", keyword: "type", params: { type: d.properties.AttachStdin.type } }]), t2++);
    }
    if (r2.AttachStdout !== void 0) {
      let o2 = r2.AttachStdout;
      typeof o2 != "boolean" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/AttachStdout", keyword: "type", params: { type: d.properties.AttachStdout.type } }]), t2++);
    }
    if (r2.AttachStderr !== void 0) {
      let o2 = r2.AttachStderr;
      typeof o2 != "boolean" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/AttachStderr", keyword: "type", params: { type: d.properties.AttachStderr.type } }]), t2++);
    }
    if (r2.ExposedPorts !== void 0 && (W(r2.ExposedPorts, { instancePath: i2 + "/ExposedPorts", parentData: r2, parentDataProperty: "ExposedPorts", rootData: p2 }) || (e2 = n(e2, W.errors), t2 = e2.length)), r2.Tty !== void 0) {
      let o2 = r2.Tty;
      typeof o2 != "boolean" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Tty", keyword: "type", params: { type: d.properties.Tty.type } }]), t2++);
    }
    if (r2.OpenStdin !== void 0) {
      let o2 = r2.OpenStdin;
      typeof o2 != "boolean" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/OpenStdin", keyword: "type", params: { type: d.properties.OpenStdin.type } }]), t2++);
    }
    if (r2.StdinOnce !== void 0) {
      let o2 = r2.StdinOnce;
      typeof o2 != "boolean" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/StdinOnce", keyword: "type", params: { type: d.properties.StdinOnce.type } }]), t2++);
    }
    if (r2.Env !== void 0 && (h(r2.Env, { instancePath: i2 + "/Env", parentData: r2, parentDataProperty: "Env", rootData: p2 }) || (e2 = n(e2, h.errors), t2 = e2.length)), r2.Cmd !== void 0 && (R(r2.Cmd, { instancePath: i2 + "/Cmd", parentData: r2, parentDataProperty: "Cmd", rootData: p2 }) || (e2 = n(e2, R.errors), t2 = e2.length)), r2.Healthcheck !== void 0) {
      let o2 = r2.Healthcheck;
      if (!(o2 && typeof o2 == "object" && !Array.isArray(o2)) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Healthcheck", keyword: "type", params: { type: d.properties.Healthcheck.type } }]), t2++), o2 && typeof o2 == "object" && !Array.isArray(o2)) {
        if (o2.Test !== void 0 && (h(o2.Test, { instancePath: i2 + "/Healthcheck/Test", parentData: o2, parentDataProperty: "Test", rootData: p2 }) || (e2 = n(e2, h.errors), t2 = e2.length)), o2.Interval !== void 0) {
          let s2 = o2.Interval;
          !(typeof s2 == "number" && !(s2 % 1) && !isNaN(s2) && isFinite(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Healthcheck/Interval", keyword: "type", params: { type: d.properties.Healthcheck.properties.Interval.type } }]), t2++);
        }
        if (o2.Timeout !== void 0) {
          let s2 = o2.Timeout;
          !(typeof s2 == "number" && !(s2 % 1) && !isNaN(s2) && isFinite(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Healthcheck/Timeout", keyword: "type", params: { type: d.properties.Healthcheck.properties.Timeout.type } }]), t2++);
        }
        if (o2.StartPeriod !== void 0) {
          let s2 = o2.StartPeriod;
          !(typeof s2 == "number" && !(s2 % 1) && !isNaN(s2) && isFinite(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Healthcheck/StartPeriod", keyword: "type", params: { type: d.properties.Healthcheck.properties.StartPeriod.type } }]), t2++);
        }
        if (o2.StartInterval !== void 0) {
          let s2 = o2.StartInterval;
          !(typeof s2 == "number" && !(s2 % 1) && !isNaN(s2) && isFinite(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Healthcheck/StartInterval", keyword: "type", params: { type: d.properties.Healthcheck.properties.StartInterval.type } }]), t2++);
        }
        if (o2.Retries !== void 0) {
          let s2 = o2.Retries;
          !(typeof s2 == "number" && !(s2 % 1) && !isNaN(s2) && isFinite(s2)) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Healthcheck/Retries", keyword: "type", params: { type: d.properties.Healthcheck.properties.Retries.type } }]), t2++);
        }
      }
    }
    if (r2.ArgsEscaped !== void 0 && (B(r2.ArgsEscaped, { instancePath: i2 + "/ArgsEscaped", parentData: r2, parentDataProperty: "ArgsEscaped", rootData: p2 }) || (e2 = n(e2, B.errors), t2 = e2.length)), r2.Image !== void 0) {
      let o2 = r2.Image;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Image", keyword: "type", params: { type: d.properties.Image.type } }]), t2++);
    }
    if (r2.Volumes !== void 0 && (K(r2.Volumes, { instancePath: i2 + "/Volumes", parentData: r2, parentDataProperty: "Volumes", rootData: p2 }) || (e2 = n(e2, K.errors), t2 = e2.length)), r2.WorkingDir !== void 0 && (G(r2.WorkingDir, { instancePath: i2 + "/WorkingDir", parentData: r2, parentDataProperty: "WorkingDir", rootData: p2 }) || (e2 = n(e2, G.errors), t2 = e2.length)), r2.Entrypoint !== void 0 && (J(r2.Entrypoint, { instancePath: i2 + "/Entrypoint", parentData: r2, parentDataProperty: "Entrypoint", rootData: p2 }) || (e2 = n(e2, J.errors), t2 = e2.length)), r2.NetworkDisabled !== void 0) {
      let o2 = r2.NetworkDisabled;
      typeof o2 != "boolean" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/NetworkDisabled", keyword: "type", params: { type: d.properties.NetworkDisabled.type } }]), t2++);
    }
    if (r2.MacAddress !== void 0) {
      let o2 = r2.MacAddress;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/MacAddress", keyword: "type", params: { type: d.properties.MacAddress.type } }]), t2++);
    }
    if (r2.OnBuild !== void 0 && (h(r2.OnBuild, { instancePath: i2 + "/OnBuild", parentData: r2, parentDataProperty: "OnBuild", rootData: p2 }) || (e2 = n(e2, h.errors), t2 = e2.length)), r2.Labels !== void 0 && (Q(r2.Labels, { instancePath: i2 + "/Labels", parentData: r2, parentDataProperty: "Labels", rootData: p2 }) || (e2 = n(e2, Q.errors), t2 = e2.length)), r2.StopSignal !== void 0 && (X(r2.StopSignal, { instancePath: i2 + "/StopSignal", parentData: r2, parentDataProperty: "StopSignal", rootData: p2 }) || (e2 = n(e2, X.errors), t2 = e2.length)), r2.StopTimeout !== void 0) {
      let o2 = r2.StopTimeout;
      !(typeof o2 == "number" && !(o2 % 1) && !isNaN(o2) && isFinite(o2)) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/StopTimeout", keyword: "type", params: { type: d.properties.StopTimeout.type } }]), t2++);
    }
    r2.Shell !== void 0 && (h(r2.Shell, { instancePath: i2 + "/Shell", parentData: r2, parentDataProperty: "Shell", rootData: p2 }) || (e2 = n(e2, h.errors), t2 = e2.length));
  }
  return P.errors = e2, t2 === 0;
}
var Xe = { type: ["string", "null"] };
function Y(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: Xe.type } }]), t2++), Y.errors = e2, t2 === 0;
}
var Ye = { type: ["string", "null"] };
function ee(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: Ye.type } }]), t2++), ee.errors = e2, t2 === 0;
}
var er = { type: ["string", "null"] };
function re(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: er.type } }]), t2++), re.errors = e2, t2 === 0;
}
function te(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!Array.isArray(r2) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: q.type } }]), t2++), Array.isArray(r2)) {
    let o2 = r2.length;
    for (let s2 = 0; s2 < o2 && t2 < 1e3; s2++) typeof r2[s2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + s2, keyword: "type", params: { type: "string" } }]), t2++);
  }
  return te.errors = e2, t2 === 0;
}
var v = { type: ["array", "null"], items: { type: "object", properties: { created: { $ref: "definitions.schema.json#/definitions/dateTime" }, author: { type: ["string", "null"] }, created_by: { type: ["string", "null"] }, comment: { type: ["string", "null"] }, empty_layer: { type: ["boolean", "null"] } } } };
function ie(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!Array.isArray(r2) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: v.type } }]), t2++), Array.isArray(r2)) {
    let o2 = r2.length;
    for (let s2 = 0; s2 < o2 && t2 < 1e3; s2++) {
      let a2 = r2[s2];
      if (a2 && typeof a2 == "object" && !Array.isArray(a2)) {
        if (a2.created !== void 0 && (b(a2.created, { instancePath: i2 + "/" + s2 + "/created", parentData: a2, parentDataProperty: "created", rootData: p2 }) || (e2 = n(e2, b.errors), t2 = e2.length)), a2.author !== void 0) {
          let y2 = a2.author;
          typeof y2 != "string" && y2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/" + s2 + "/author", keyword: "type", params: { type: v.items.properties.author.type } }]), t2++);
        }
        if (a2.created_by !== void 0) {
          let y2 = a2.created_by;
          typeof y2 != "string" && y2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/" + s2 + "/created_by", keyword: "type", params: { type: v.items.properties.created_by.type } }]), t2++);
        }
        if (a2.comment !== void 0) {
          let y2 = a2.comment;
          typeof y2 != "string" && y2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/" + s2 + "/comment", keyword: "type", params: { type: v.items.properties.comment.type } }]), t2++);
        }
        if (a2.empty_layer !== void 0) {
          let y2 = a2.empty_layer;
          typeof y2 != "boolean" && y2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/" + s2 + "/empty_layer", keyword: "type", params: { type: v.items.properties.empty_layer.type } }]), t2++);
        }
      } else e2 = n(e2, [{ instancePath: i2 + "/" + s2, keyword: "type", params: { type: "object" } }]), t2++;
    }
  }
  return ie.errors = e2, t2 === 0;
}
function ne(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? V.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?:(?:sha256|blake3):[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?!(?:sha256|sha512|blake3):|[a-z0-9+._-]*[+._-]{2})[a-z0-9](?:[a-z0-9+._-]*[a-z0-9])?:[A-Za-z0-9=_-]+)$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), ne.errors = e2, t2 === 0;
}
function Ze(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.rootfs === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "rootfs" } }]), t2++), r2.id !== void 0) {
      let o2 = r2.id;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/id", keyword: "type", params: { type: g.properties.id.type } }]), t2++);
    }
    if (r2.parent !== void 0) {
      let o2 = r2.parent;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/parent", keyword: "type", params: { type: g.properties.parent.type } }]), t2++);
    }
    if (r2.comment !== void 0) {
      let o2 = r2.comment;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/comment", keyword: "type", params: { type: g.properties.comment.type } }]), t2++);
    }
    if (r2.created !== void 0 && (I(r2.created, { instancePath: i2 + "/created", parentData: r2, parentDataProperty: "created", rootData: p2 }) || (e2 = n(e2, I.errors), t2 = e2.length)), r2.container !== void 0) {
      let o2 = r2.container;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/container", keyword: "type", params: { type: g.properties.container.type } }]), t2++);
    }
    if (r2.container_config !== void 0 && (P(r2.container_config, { instancePath: i2 + "/container_config", parentData: r2, parentDataProperty: "container_config", rootData: p2 }) || (e2 = n(e2, P.errors), t2 = e2.length)), r2.docker_version !== void 0) {
      let o2 = r2.docker_version;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/docker_version", keyword: "type", params: { type: g.properties.docker_version.type } }]), t2++);
    }
    if (r2.author !== void 0 && (Y(r2.author, { instancePath: i2 + "/author", parentData: r2, parentDataProperty: "author", rootData: p2 }) || (e2 = n(e2, Y.errors), t2 = e2.length)), r2.config !== void 0 && (P(r2.config, { instancePath: i2 + "/config", parentData: r2, parentDataProperty: "config", rootData: p2 }) || (e2 = n(e2, P.errors), t2 = e2.length)), r2.architecture !== void 0) {
      let o2 = r2.architecture;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/architecture", keyword: "type", params: { type: g.properties.architecture.type } }]), t2++);
    }
    if (r2.variant !== void 0 && (ee(r2.variant, { instancePath: i2 + "/variant", parentData: r2, parentDataProperty: "variant", rootData: p2 }) || (e2 = n(e2, ee.errors), t2 = e2.length)), r2.os !== void 0) {
      let o2 = r2.os;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/os", keyword: "type", params: { type: g.properties.os.type } }]), t2++);
    }
    if (r2["os.version"] !== void 0 && (re(r2["os.version"], { instancePath: i2 + "/os.version", parentData: r2, parentDataProperty: "os.version", rootData: p2 }) || (e2 = n(e2, re.errors), t2 = e2.length)), r2["os.features"] !== void 0 && (te(r2["os.features"], { instancePath: i2 + "/os.features", parentData: r2, parentDataProperty: "os.features", rootData: p2 }) || (e2 = n(e2, te.errors), t2 = e2.length)), r2.Size !== void 0) {
      let o2 = r2.Size;
      !(typeof o2 == "number" && !(o2 % 1) && !isNaN(o2) && isFinite(o2)) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/Size", keyword: "type", params: { type: g.properties.Size.type } }]), t2++);
    }
    if (r2.history !== void 0 && (ie(r2.history, { instancePath: i2 + "/history", parentData: r2, parentDataProperty: "history", rootData: p2 }) || (e2 = n(e2, ie.errors), t2 = e2.length)), r2.rootfs !== void 0) {
      let o2 = r2.rootfs;
      if (o2 && typeof o2 == "object" && !Array.isArray(o2)) {
        if (o2.type === void 0 && (e2 = n(e2, [{ instancePath: i2 + "/rootfs", keyword: "required", params: { missingProperty: "type" } }]), t2++), o2.type !== void 0 && typeof o2.type != "string" && (e2 = n(e2, [{ instancePath: i2 + "/rootfs/type", keyword: "type", params: { type: "string" } }]), t2++), o2.diff_ids !== void 0) {
          let s2 = o2.diff_ids;
          if (!Array.isArray(s2) && s2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/rootfs/diff_ids", keyword: "type", params: { type: g.properties.rootfs.properties.diff_ids.type } }]), t2++), Array.isArray(s2)) {
            let a2 = s2.length;
            for (let y2 = 0; y2 < a2 && t2 < 1e3; y2++) ne(s2[y2], { instancePath: i2 + "/rootfs/diff_ids/" + y2, parentData: s2, parentDataProperty: y2, rootData: p2 }) || (e2 = n(e2, ne.errors), t2 = e2.length);
          }
        }
      } else e2 = n(e2, [{ instancePath: i2 + "/rootfs", keyword: "type", params: { type: "object" } }]), t2++;
    }
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return Ze.errors = e2, t2 === 0;
}
var rr = Ne;
function oe(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? w.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), oe.errors = e2, t2 === 0;
}
function se(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? V.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?:(?:sha256|blake3):[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?!(?:sha256|sha512|blake3):|[a-z0-9+._-]*[+._-]{2})[a-z0-9](?:[a-z0-9+._-]*[a-z0-9])?:[A-Za-z0-9=_-]+)$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), se.errors = e2, t2 === 0;
}
function pe(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.architecture === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "architecture" } }]), t2++), r2.os === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "os" } }]), t2++), r2.architecture !== void 0 && typeof r2.architecture != "string" && (e2 = n(e2, [{ instancePath: i2 + "/architecture", keyword: "type", params: { type: "string" } }]), t2++), r2.os !== void 0 && typeof r2.os != "string" && (e2 = n(e2, [{ instancePath: i2 + "/os", keyword: "type", params: { type: "string" } }]), t2++), r2["os.version"] !== void 0 && typeof r2["os.version"] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/os.version", keyword: "type", params: { type: "string" } }]), t2++), r2["os.features"] !== void 0) {
      let o2 = r2["os.features"];
      if (Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) typeof o2[a2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/os.features/" + a2, keyword: "type", params: { type: "string" } }]), t2++);
      } else e2 = n(e2, [{ instancePath: i2 + "/os.features", keyword: "type", params: { type: "array" } }]), t2++;
    }
    if (r2.variant !== void 0 && typeof r2.variant != "string" && (e2 = n(e2, [{ instancePath: i2 + "/variant", keyword: "type", params: { type: "string" } }]), t2++), r2.features !== void 0) {
      let o2 = r2.features;
      if (!Array.isArray(o2) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/features", keyword: "type", params: { type: $e.properties.features.type } }]), t2++), Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) typeof o2[a2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/features/" + a2, keyword: "type", params: { type: "string" } }]), t2++);
      }
    }
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return pe.errors = e2, t2 === 0;
}
var tr = { type: ["array", "null"], items: { type: "string" } };
function ae(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!Array.isArray(r2) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: tr.type } }]), t2++), Array.isArray(r2)) {
    let o2 = r2.length;
    for (let s2 = 0; s2 < o2 && t2 < 1e3; s2++) typeof r2[s2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + s2, keyword: "type", params: { type: "string" } }]), t2++);
  }
  return ae.errors = e2, t2 === 0;
}
function z(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return z.errors = e2, t2 === 0;
}
var Ve = { type: ["string", "null"] };
function E(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: Ve.type } }]), t2++), E.errors = e2, t2 === 0;
}
var qe = { type: ["string", "null"], contentEncoding: "base64" };
function ye(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: qe.type } }]), t2++), typeof r2 == "string" && (we(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "contentEncoding", params: {} }]), t2++)), ye.errors = e2, t2 === 0;
}
var A = { type: ["object", "null"], properties: { mediaType: { type: ["string", "null"] }, digest: { type: ["string", "null"] }, size: { type: ["integer", "null"] } } };
function fe(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!(r2 && typeof r2 == "object" && !Array.isArray(r2)) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: A.type } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.mediaType !== void 0) {
      let o2 = r2.mediaType;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/mediaType", keyword: "type", params: { type: A.properties.mediaType.type } }]), t2++);
    }
    if (r2.digest !== void 0) {
      let o2 = r2.digest;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/digest", keyword: "type", params: { type: A.properties.digest.type } }]), t2++);
    }
    if (r2.size !== void 0) {
      let o2 = r2.size;
      !(typeof o2 == "number" && !(o2 % 1) && !isNaN(o2) && isFinite(o2)) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/size", keyword: "type", params: { type: A.properties.size.type } }]), t2++);
    }
  }
  return fe.errors = e2, t2 === 0;
}
function Ne(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.schemaVersion === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "schemaVersion" } }]), t2++), r2.manifests === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "manifests" } }]), t2++), r2.schemaVersion !== void 0 && r2.schemaVersion !== 2 && (e2 = n(e2, [{ instancePath: i2 + "/schemaVersion", keyword: "const", params: { allowedValue: 2 } }]), t2++), r2.mediaType !== void 0 && r2.mediaType !== "application/vnd.docker.distribution.manifest.list.v2+json" && (e2 = n(e2, [{ instancePath: i2 + "/mediaType", keyword: "const", params: { allowedValue: "application/vnd.docker.distribution.manifest.list.v2+json" } }]), t2++), r2.manifests !== void 0) {
      let o2 = r2.manifests;
      if (Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) {
          let y2 = o2[a2];
          if (y2 && typeof y2 == "object" && !Array.isArray(y2)) {
            if (y2.mediaType === void 0 && (e2 = n(e2, [{ instancePath: i2 + "/manifests/" + a2, keyword: "required", params: { missingProperty: "mediaType" } }]), t2++), y2.digest === void 0 && (e2 = n(e2, [{ instancePath: i2 + "/manifests/" + a2, keyword: "required", params: { missingProperty: "digest" } }]), t2++), y2.size === void 0 && (e2 = n(e2, [{ instancePath: i2 + "/manifests/" + a2, keyword: "required", params: { missingProperty: "size" } }]), t2++), y2.mediaType !== void 0 && (oe(y2.mediaType, { instancePath: i2 + "/manifests/" + a2 + "/mediaType", parentData: y2, parentDataProperty: "mediaType", rootData: p2 }) || (e2 = n(e2, oe.errors), t2 = e2.length)), y2.digest !== void 0 && (se(y2.digest, { instancePath: i2 + "/manifests/" + a2 + "/digest", parentData: y2, parentDataProperty: "digest", rootData: p2 }) || (e2 = n(e2, se.errors), t2 = e2.length)), y2.size !== void 0) {
              let c2 = y2.size;
              typeof c2 == "number" && !(c2 % 1) && !isNaN(c2) && isFinite(c2) || (e2 = n(e2, [{ instancePath: i2 + "/manifests/" + a2 + "/size", keyword: "type", params: { type: "integer" } }]), t2++), typeof c2 == "number" && isFinite(c2) && (c2 < 0 || isNaN(c2)) && (e2 = n(e2, [{ instancePath: i2 + "/manifests/" + a2 + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 } }]), t2++);
            }
            y2.platform !== void 0 && (pe(y2.platform, { instancePath: i2 + "/manifests/" + a2 + "/platform", parentData: y2, parentDataProperty: "platform", rootData: p2 }) || (e2 = n(e2, pe.errors), t2 = e2.length)), y2.urls !== void 0 && (ae(y2.urls, { instancePath: i2 + "/manifests/" + a2 + "/urls", parentData: y2, parentDataProperty: "urls", rootData: p2 }) || (e2 = n(e2, ae.errors), t2 = e2.length)), y2.annotations !== void 0 && (z(y2.annotations, { instancePath: i2 + "/manifests/" + a2 + "/annotations", parentData: y2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, z.errors), t2 = e2.length)), y2.artifactType !== void 0 && (E(y2.artifactType, { instancePath: i2 + "/manifests/" + a2 + "/artifactType", parentData: y2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, E.errors), t2 = e2.length)), y2.data !== void 0 && (ye(y2.data, { instancePath: i2 + "/manifests/" + a2 + "/data", parentData: y2, parentDataProperty: "data", rootData: p2 }) || (e2 = n(e2, ye.errors), t2 = e2.length));
          } else e2 = n(e2, [{ instancePath: i2 + "/manifests/" + a2, keyword: "type", params: { type: "object" } }]), t2++;
        }
      } else e2 = n(e2, [{ instancePath: i2 + "/manifests", keyword: "type", params: { type: "array" } }]), t2++;
    }
    r2.artifactType !== void 0 && (E(r2.artifactType, { instancePath: i2 + "/artifactType", parentData: r2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, E.errors), t2 = e2.length)), r2.subject !== void 0 && (fe(r2.subject, { instancePath: i2 + "/subject", parentData: r2, parentDataProperty: "subject", rootData: p2 }) || (e2 = n(e2, fe.errors), t2 = e2.length)), r2.annotations !== void 0 && (z(r2.annotations, { instancePath: i2 + "/annotations", parentData: r2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, z.errors), t2 = e2.length));
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return Ne.errors = e2, t2 === 0;
}
var ir = xe;
var nr = { type: "object", required: ["mediaType", "digest", "size"], properties: { mediaType: { $ref: "definitions.schema.json#/definitions/mediaType" }, digest: { $ref: "definitions.schema.json#/definitions/digest" }, size: { type: "integer", minimum: 0 }, urls: { type: ["array", "null"], items: { $ref: "definitions.schema.json#/definitions/uri" } }, annotations: { $ref: "definitions.schema.json#/definitions/annotations" }, artifactType: { $ref: "definitions.schema.json#/definitions/ignoredType" }, data: { $ref: "definitions.schema.json#/definitions/ignoredData" } } };
function le(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? w.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), le.errors = e2, t2 === 0;
}
function ce(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? V.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?:(?:sha256|blake3):[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?!(?:sha256|sha512|blake3):|[a-z0-9+._-]*[+._-]{2})[a-z0-9](?:[a-z0-9+._-]*[a-z0-9])?:[A-Za-z0-9=_-]+)$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), ce.errors = e2, t2 === 0;
}
function ue(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? Te.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z][A-Za-z0-9+.-]*:(?://(?:[A-Za-z0-9._~!$&'()*+,;=%:-]*@)?(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::[0-9]*)?(?=[/?#]|$)|(?!//))[A-Za-z0-9._~!$&'()*+,;=%:@/-]*(?:\\?[A-Za-z0-9._~!$&'()*+,;=%:@/?-]*)?(?:#[A-Za-z0-9._~!$&'()*+,;=%:@/?-]*)?$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), ue.errors = e2, t2 === 0;
}
function S(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return S.errors = e2, t2 === 0;
}
function Z(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: Ve.type } }]), t2++), Z.errors = e2, t2 === 0;
}
function de(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 != "string" && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: qe.type } }]), t2++), typeof r2 == "string" && (we(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "contentEncoding", params: {} }]), t2++)), de.errors = e2, t2 === 0;
}
function _(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.mediaType === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "mediaType" } }]), t2++), r2.digest === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "digest" } }]), t2++), r2.size === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "size" } }]), t2++), r2.mediaType !== void 0 && (le(r2.mediaType, { instancePath: i2 + "/mediaType", parentData: r2, parentDataProperty: "mediaType", rootData: p2 }) || (e2 = n(e2, le.errors), t2 = e2.length)), r2.digest !== void 0 && (ce(r2.digest, { instancePath: i2 + "/digest", parentData: r2, parentDataProperty: "digest", rootData: p2 }) || (e2 = n(e2, ce.errors), t2 = e2.length)), r2.size !== void 0) {
      let o2 = r2.size;
      typeof o2 == "number" && !(o2 % 1) && !isNaN(o2) && isFinite(o2) || (e2 = n(e2, [{ instancePath: i2 + "/size", keyword: "type", params: { type: "integer" } }]), t2++), typeof o2 == "number" && isFinite(o2) && (o2 < 0 || isNaN(o2)) && (e2 = n(e2, [{ instancePath: i2 + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 } }]), t2++);
    }
    if (r2.urls !== void 0) {
      let o2 = r2.urls;
      if (!Array.isArray(o2) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/urls", keyword: "type", params: { type: nr.properties.urls.type } }]), t2++), Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) ue(o2[a2], { instancePath: i2 + "/urls/" + a2, parentData: o2, parentDataProperty: a2, rootData: p2 }) || (e2 = n(e2, ue.errors), t2 = e2.length);
      }
    }
    r2.annotations !== void 0 && (S(r2.annotations, { instancePath: i2 + "/annotations", parentData: r2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, S.errors), t2 = e2.length)), r2.artifactType !== void 0 && (Z(r2.artifactType, { instancePath: i2 + "/artifactType", parentData: r2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, Z.errors), t2 = e2.length)), r2.data !== void 0 && (de(r2.data, { instancePath: i2 + "/data", parentData: r2, parentDataProperty: "data", rootData: p2 }) || (e2 = n(e2, de.errors), t2 = e2.length));
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return _.errors = e2, t2 === 0;
}
function me(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (!(r2 && typeof r2 == "object" && !Array.isArray(r2)) && r2 !== null && (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: A.type } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.mediaType !== void 0) {
      let o2 = r2.mediaType;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/mediaType", keyword: "type", params: { type: A.properties.mediaType.type } }]), t2++);
    }
    if (r2.digest !== void 0) {
      let o2 = r2.digest;
      typeof o2 != "string" && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/digest", keyword: "type", params: { type: A.properties.digest.type } }]), t2++);
    }
    if (r2.size !== void 0) {
      let o2 = r2.size;
      !(typeof o2 == "number" && !(o2 % 1) && !isNaN(o2) && isFinite(o2)) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/size", keyword: "type", params: { type: A.properties.size.type } }]), t2++);
    }
  }
  return me.errors = e2, t2 === 0;
}
function xe(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.schemaVersion === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "schemaVersion" } }]), t2++), r2.config === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "config" } }]), t2++), r2.layers === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "layers" } }]), t2++), r2.schemaVersion !== void 0 && r2.schemaVersion !== 2 && (e2 = n(e2, [{ instancePath: i2 + "/schemaVersion", keyword: "const", params: { allowedValue: 2 } }]), t2++), r2.mediaType !== void 0 && r2.mediaType !== "application/vnd.docker.distribution.manifest.v2+json" && (e2 = n(e2, [{ instancePath: i2 + "/mediaType", keyword: "const", params: { allowedValue: "application/vnd.docker.distribution.manifest.v2+json" } }]), t2++), r2.config !== void 0 && (_(r2.config, { instancePath: i2 + "/config", parentData: r2, parentDataProperty: "config", rootData: p2 }) || (e2 = n(e2, _.errors), t2 = e2.length)), r2.layers !== void 0) {
      let o2 = r2.layers;
      if (Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) _(o2[a2], { instancePath: i2 + "/layers/" + a2, parentData: o2, parentDataProperty: a2, rootData: p2 }) || (e2 = n(e2, _.errors), t2 = e2.length);
      } else e2 = n(e2, [{ instancePath: i2 + "/layers", keyword: "type", params: { type: "array" } }]), t2++;
    }
    r2.artifactType !== void 0 && (Z(r2.artifactType, { instancePath: i2 + "/artifactType", parentData: r2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, Z.errors), t2 = e2.length)), r2.subject !== void 0 && (me(r2.subject, { instancePath: i2 + "/subject", parentData: r2, parentDataProperty: "subject", rootData: p2 }) || (e2 = n(e2, me.errors), t2 = e2.length)), r2.annotations !== void 0 && (S(r2.annotations, { instancePath: i2 + "/annotations", parentData: r2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, S.errors), t2 = e2.length));
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return xe.errors = e2, t2 === 0;
}
var or = He;
function ge(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? w.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), ge.errors = e2, t2 === 0;
}
function he(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return he.errors = e2, t2 === 0;
}
function He(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.schemaVersion === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "schemaVersion" } }]), t2++), r2.manifests === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "manifests" } }]), t2++), r2.schemaVersion !== void 0 && r2.schemaVersion !== 2 && (e2 = n(e2, [{ instancePath: i2 + "/schemaVersion", keyword: "const", params: { allowedValue: 2 } }]), t2++), r2.mediaType !== void 0 && r2.mediaType !== "application/vnd.oci.image.index.v1+json" && (e2 = n(e2, [{ instancePath: i2 + "/mediaType", keyword: "const", params: { allowedValue: "application/vnd.oci.image.index.v1+json" } }]), t2++), r2.artifactType !== void 0 && (ge(r2.artifactType, { instancePath: i2 + "/artifactType", parentData: r2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, ge.errors), t2 = e2.length)), r2.manifests !== void 0) {
      let o2 = r2.manifests;
      if (Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) u(o2[a2], { instancePath: i2 + "/manifests/" + a2, parentData: o2, parentDataProperty: a2, rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length);
      } else e2 = n(e2, [{ instancePath: i2 + "/manifests", keyword: "type", params: { type: "array" } }]), t2++;
    }
    r2.subject !== void 0 && (u(r2.subject, { instancePath: i2 + "/subject", parentData: r2, parentDataProperty: "subject", rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length)), r2.annotations !== void 0 && (he(r2.annotations, { instancePath: i2 + "/annotations", parentData: r2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, he.errors), t2 = e2.length));
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return He.errors = e2, t2 === 0;
}
var sr = Fe;
function Fe(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return r2 && typeof r2 == "object" && !Array.isArray(r2) ? (r2.imageLayoutVersion === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "imageLayoutVersion" } }]), t2++), r2.imageLayoutVersion !== void 0 && r2.imageLayoutVersion !== "1.0.0" && (e2 = n(e2, [{ instancePath: i2 + "/imageLayoutVersion", keyword: "const", params: { allowedValue: "1.0.0" } }]), t2++)) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++), Fe.errors = e2, t2 === 0;
}
var pr = Oe;
function ke(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? w.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), ke.errors = e2, t2 === 0;
}
function Ae(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return Ae.errors = e2, t2 === 0;
}
function Oe(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0, o2 = t2, s2 = true, a2 = t2;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    let c2;
    if (r2.config === void 0 && (c2 = "config")) e2 = n(e2, [{}]), t2++;
    else if (r2.config !== void 0) {
      let k = r2.config;
      if (t2 === t2) if (k && typeof k == "object" && !Array.isArray(k)) {
        let Le;
        k.mediaType === void 0 && (Le = "mediaType") ? (e2 = n(e2, [{}]), t2++) : k.mediaType !== void 0 && k.mediaType !== "application/vnd.oci.empty.v1+json" && (e2 = n(e2, [{}]), t2++);
      } else e2 = n(e2, [{}]), t2++;
    }
  }
  var y2 = a2 === t2;
  if (t2 = o2, e2 !== null && (o2 ? e2.length = o2 : e2 = null), y2) {
    let c2 = t2;
    r2 && typeof r2 == "object" && !Array.isArray(r2) && r2.artifactType === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "artifactType" } }]), t2++);
    var y2 = c2 === t2;
    s2 = y2;
  }
  if (s2 || (e2 = n(e2, [{ instancePath: i2, keyword: "if", params: { failingKeyword: "then" } }]), t2++), r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.schemaVersion === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "schemaVersion" } }]), t2++), r2.config === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "config" } }]), t2++), r2.schemaVersion !== void 0 && r2.schemaVersion !== 2 && (e2 = n(e2, [{ instancePath: i2 + "/schemaVersion", keyword: "const", params: { allowedValue: 2 } }]), t2++), r2.mediaType !== void 0 && r2.mediaType !== "application/vnd.oci.image.manifest.v1+json" && (e2 = n(e2, [{ instancePath: i2 + "/mediaType", keyword: "const", params: { allowedValue: "application/vnd.oci.image.manifest.v1+json" } }]), t2++), r2.artifactType !== void 0 && (ke(r2.artifactType, { instancePath: i2 + "/artifactType", parentData: r2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, ke.errors), t2 = e2.length)), r2.config !== void 0 && (u(r2.config, { instancePath: i2 + "/config", parentData: r2, parentDataProperty: "config", rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length)), r2.layers !== void 0) {
      let c2 = r2.layers;
      if (Array.isArray(c2)) {
        let k = c2.length;
        for (let j = 0; j < k && t2 < 1e3; j++) u(c2[j], { instancePath: i2 + "/layers/" + j, parentData: c2, parentDataProperty: j, rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length);
      } else e2 = n(e2, [{ instancePath: i2 + "/layers", keyword: "type", params: { type: "array" } }]), t2++;
    }
    r2.subject !== void 0 && (u(r2.subject, { instancePath: i2 + "/subject", parentData: r2, parentDataProperty: "subject", rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length)), r2.annotations !== void 0 && (Ae(r2.annotations, { instancePath: i2 + "/annotations", parentData: r2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, Ae.errors), t2 = e2.length));
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return Oe.errors = e2, t2 === 0;
}
var ar = Ce;
var yr = { type: "object", required: ["mediaType", "artifactType"], properties: { mediaType: { const: "application/vnd.cncf.oras.artifact.manifest.v1+json" }, artifactType: { $ref: "definitions.schema.json#/definitions/mediaType" }, blobs: { type: ["array", "null"], items: { $ref: "descriptor.schema.json" } }, subject: { $ref: "descriptor.schema.json" }, annotations: { $ref: "definitions.schema.json#/definitions/annotations" } } };
function De(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  return typeof r2 == "string" ? w.test(r2) || (e2 = n(e2, [{ instancePath: i2, keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$" } }]), t2++) : (e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "string" } }]), t2++), De.errors = e2, t2 === 0;
}
function be(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) for (let o2 in r2) {
    if (t2 >= 1e3) break;
    typeof r2[o2] != "string" && (e2 = n(e2, [{ instancePath: i2 + "/" + o2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" } }]), t2++);
  }
  else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return be.errors = e2, t2 === 0;
}
function Ce(r2, { instancePath: i2 = "", parentData: f3, parentDataProperty: l2, rootData: p2 = r2 } = {}) {
  let e2 = null, t2 = 0;
  if (r2 && typeof r2 == "object" && !Array.isArray(r2)) {
    if (r2.mediaType === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "mediaType" } }]), t2++), r2.artifactType === void 0 && (e2 = n(e2, [{ instancePath: i2, keyword: "required", params: { missingProperty: "artifactType" } }]), t2++), r2.mediaType !== void 0 && r2.mediaType !== "application/vnd.cncf.oras.artifact.manifest.v1+json" && (e2 = n(e2, [{ instancePath: i2 + "/mediaType", keyword: "const", params: { allowedValue: "application/vnd.cncf.oras.artifact.manifest.v1+json" } }]), t2++), r2.artifactType !== void 0 && (De(r2.artifactType, { instancePath: i2 + "/artifactType", parentData: r2, parentDataProperty: "artifactType", rootData: p2 }) || (e2 = n(e2, De.errors), t2 = e2.length)), r2.blobs !== void 0) {
      let o2 = r2.blobs;
      if (!Array.isArray(o2) && o2 !== null && (e2 = n(e2, [{ instancePath: i2 + "/blobs", keyword: "type", params: { type: yr.properties.blobs.type } }]), t2++), Array.isArray(o2)) {
        let s2 = o2.length;
        for (let a2 = 0; a2 < s2 && t2 < 1e3; a2++) u(o2[a2], { instancePath: i2 + "/blobs/" + a2, parentData: o2, parentDataProperty: a2, rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length);
      }
    }
    r2.subject !== void 0 && (u(r2.subject, { instancePath: i2 + "/subject", parentData: r2, parentDataProperty: "subject", rootData: p2 }) || (e2 = n(e2, u.errors), t2 = e2.length)), r2.annotations !== void 0 && (be(r2.annotations, { instancePath: i2 + "/annotations", parentData: r2, parentDataProperty: "annotations", rootData: p2 }) || (e2 = n(e2, be.errors), t2 = e2.length));
  } else e2 = n(e2, [{ instancePath: i2, keyword: "type", params: { type: "object" } }]), t2++;
  return Ce.errors = e2, t2 === 0;
}
var cr = 1e3;
var ur = { "artifact-manifest": Me, config: Ue, descriptor: Re, "docker-config": Be, "docker-manifest-list": rr, "docker-manifest": ir, index: or, "layout-header": sr, manifest: pr, "oras-artifact-manifest": ar };

// server/src/schema/validate.ts
function validate(kind, value) {
  return validateBounded(kind, value).errors;
}
function validateBounded(kind, value) {
  const validator = ur[kind];
  if (validator === void 0 || validator(value)) return { errors: [], isBounded: false };
  const failures = validator.errors ?? [];
  const errors = failures.filter((failure) => isMistake(failure, value)).map((one) => toError(kind, one, value));
  return { errors, isBounded: failures.length >= cr };
}
function valueAt(root2, pointer) {
  let value = root2;
  for (const step of readPointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return void 0;
    value = value[step];
  }
  return value;
}
function isMistake({ keyword, instancePath, params }, root2) {
  if (keyword === "if") return false;
  const value = valueAt(root2, instancePath);
  return keyword === "required" ? !Object.hasOwn(value, String(params.missingProperty)) : value !== void 0;
}
function toError(kind, { instancePath, keyword, params }, root2) {
  const path = readPointer(instancePath);
  const isNull = keyword === "type" && valueAt(root2, instancePath) === null;
  const clause = clauseOf(schemaAt(kind, path), isNull ? "null" : keyword, params.missingProperty) ?? clauseOfCollection(schemaAt(kind, path.slice(0, -1)));
  return { kind, pointer: instancePath, keyword, params, ...clause === void 0 ? {} : { clause } };
}
function clauseOf(schema2, keyword, name) {
  const clauses = schema2?.clauses ?? {};
  const clause = clauses[keyword] ?? (keyword === "null" ? clauses.type : void 0);
  return typeof clause === "object" ? clause[String(name)] : clause;
}
function clauseOfCollection(schema2) {
  const isCollection = schema2?.items !== void 0 || schema2?.additionalProperties !== void 0;
  return isCollection ? clauseOf(schema2, "type", void 0) : void 0;
}

// server/src/schema/document-errors.ts
var validated = keeping();
var none4 = [];
function schemaErrorsOf(document, kind) {
  const isKnown = (node) => validated.of(node)?.kind === kind;
  const lists = listsOf(document, isKnown);
  const isNew = lists.every(({ items, shown: shown2 }) => shown2.length * 4 >= items.length);
  return (isNew ? void 0 : errorsIn(document, kind, lists, isKnown)) ?? errorsInAll(document, kind);
}
function listsOf({ root: root2, row }, isKnown) {
  return (row?.descriptors ?? []).flatMap(({ member, isArray }) => {
    const items = isArray ? itemsOf(valueOf(root2, member)) : [];
    return items.length === 0 ? [] : { prefix: `/${member}/`, items, shown: items.filter((item) => !isKnown(item)) };
  });
}
function errorsInAll(document, kind) {
  const { errors, isBounded } = validateBounded(kind, documentValueOf(document.json));
  const lists = listsOf(document, () => false);
  return isBounded ? errors : inOrder(keepBy(errors, kind, lists), lists);
}
function errorsIn({ root: root2 }, kind, lists, isKnown) {
  const { errors, isBounded } = validateBounded(kind, toValue(root2, isKnown));
  if (isBounded) return void 0;
  const all = inOrder(keepBy(errors, kind, lists), lists);
  return all.length < cr ? all : void 0;
}
function keepBy(errors, kind, lists) {
  const byItem = /* @__PURE__ */ new Map();
  const own = [];
  for (const error of errors) {
    const list = lists.find(({ prefix: prefix2 }) => error.pointer.startsWith(prefix2));
    const [, position = "", pointer = ""] = /^(\d+)(.*)$/s.exec(error.pointer.slice(list?.prefix.length)) ?? [];
    const item = list?.shown[Number(position)];
    if (item === void 0) own.push(error);
    else byItem.set(item, [...byItem.get(item) ?? [], { ...error, pointer }]);
  }
  const faultless = { kind, errors: none4 };
  for (const { shown: shown2 } of lists) {
    for (const item of shown2) {
      const errors2 = byItem.get(item);
      validated.keep(item, errors2 === void 0 ? faultless : { kind, errors: errors2 });
    }
  }
  return own;
}
function inOrder(own, lists) {
  return [...own, ...lists.flatMap(({ items }) => items.flatMap(keptErrorsOf))];
}
function keptErrorsOf(item) {
  const errors = validated.of(item)?.errors ?? none4;
  if (errors.length === 0) return none4;
  const place = pointerOf(item);
  return errors.map((error) => ({ ...error, pointer: place + error.pointer }));
}

// server/src/oci/empty.ts
var emptyContent = {
  mediaType: "application/vnd.oci.empty.v1+json",
  size: 2n,
  data: "e30=",
  digests: {
    sha256: "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    sha512: "sha512:27c74670adb75075fad058d5ceaf7b20c4e7786c83bae8a32f626f9782af34c9a33c2046ef60fd2a7878d378e29fec851806bbd9a67878f3a9f1cda4830763fd",
    blake3: "blake3:6e46dd10defc9b56c29a6ec56b508c21f54c08192194e4df25bf36f0c9c3c279"
  }
};

// server/src/oci/media-type.ts
var restrictedName = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/;
function mediaTypeProblemOf(text2) {
  const slash = text2.indexOf("/");
  const type = slash < 0 ? text2 : text2.slice(0, slash);
  const subtype = slash < 0 ? "" : text2.slice(slash + 1);
  if (slash >= 0 && restrictedName.test(type) && restrictedName.test(subtype)) return void 0;
  if (text2 === "") return "empty";
  if (text2.includes(";")) return "parameters";
  if (/\s/.test(text2)) return "blank";
  if (slash < 0) return "no-slash";
  if (subtype.includes("/")) return "many-slashes";
  if (type.length > 127) return "long-type";
  if (subtype.length > 127) return "long-subtype";
  return restrictedName.test(type) ? "bad-subtype" : "bad-type";
}
var mediaTypes = {
  index: "application/vnd.oci.image.index.v1+json",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  empty: "application/vnd.oci.empty.v1+json",
  dockerManifestList: "application/vnd.docker.distribution.manifest.list.v2+json",
  dockerManifest: "application/vnd.docker.distribution.manifest.v2+json",
  dockerConfig: "application/vnd.docker.container.image.v1+json"
};

// server/src/rules/support/missing-member-fixes.ts
var beginnings = {
  schemaVersion: { json: "2", isSafe: true },
  imageLayoutVersion: { json: '"1.0.0"', isSafe: true },
  type: { json: '"layers"', isSafe: true },
  diff_ids: { json: "[]", after: ["type"] },
  rootfs: { json: '{ "type": "layers", "diff_ids": [] }', after: ["config", "os", "architecture"] },
  manifests: { json: "[]", after: ["artifactType", "mediaType", "schemaVersion"] },
  architecture: { json: '"amd64"' },
  os: { json: '"linux"', after: ["architecture"] }
};
function missingMemberFixesOf(document, object, names4) {
  if (object.type !== "object") return [];
  const known2 = names4.flatMap((name) => {
    const beginning = beginningOf(document, object, name);
    return beginning === void 0 ? [] : [{ name, beginning }];
  });
  const [first] = known2;
  if (first === void 0 || known2.length < names4.length) return [];
  const added = known2.map(({ name, beginning }) => [name, beginning.json]);
  const edit = insertMembers(document.json, object, added, first.beginning.after ?? []);
  const title = `Add ${names4.map((name) => `\`${name}\``).join(" and ")}`;
  return [{ title, edits: [edit], isSafe: known2.every(({ beginning }) => beginning.isSafe === true) }];
}
function beginningOf(document, object, name) {
  if (name === "mediaType") {
    const type = siblingTypeOf(document, object);
    return type === void 0 ? void 0 : { json: JSON.stringify(type) };
  }
  if (name !== "config") return Object.hasOwn(beginnings, name) ? beginnings[name] : void 0;
  if (!hasTraits(document.kind, "takes-empty-config") || memberOf(object, "artifactType") === void 0)
    return void 0;
  const { mediaType, digests, size } = emptyContent;
  const json = `{ "mediaType": "${mediaType}", "digest": "${digests.sha256}", "size": ${size} }`;
  return { json, after: ["artifactType"] };
}
function siblingTypeOf(document, object) {
  const list = parentOf(object);
  if (list?.type !== "array") return void 0;
  const types = typesIn(list, document);
  if (types.size === 1) return [...types][0];
  if (types.size > 1 || memberAbove(list)?.name !== "manifests") return void 0;
  return hasTraits(document.kind, "docker") ? mediaTypes.dockerManifest : mediaTypes.manifest;
}
var listTypes = once(() => /* @__PURE__ */ new Map());
function typesIn(list, document) {
  const known2 = listTypes(document);
  const types = known2.get(list) ?? new Set(itemsOf(list).flatMap((item) => stringAt(item, "mediaType") ?? []));
  known2.set(list, types);
  return types;
}

// server/src/rules/support/schema-fixes.ts
function schemaFixesOf(document, error, node) {
  const path = readPointer(error.pointer);
  const schema2 = schemaAt(error.kind, path) ?? {};
  if (error.keyword === "const") return [constantFixOf(node, schema2.const)];
  if (schema2.maxProperties === 0) return [write(node, "{}", node.type !== "object")];
  if (error.keyword !== "type") return [];
  if (node.type === "null") return nullFixesOf(document, node, schema2, schemaAt(error.kind, path.slice(0, -1)));
  const fix = rewritingOf2(node, schema2, path.at(-1));
  return fix === void 0 ? [] : [fix];
}
function rewritingOf2(node, schema2, name) {
  const types = [schema2.type ?? []].flat();
  if (types.includes("string")) return quotedOf(node, schema2, name);
  const text2 = stringOf(node);
  if (types.includes("boolean") && (text2 === "true" || text2 === "false")) return write(node, text2, true);
  if (types.includes("array") && schema2.items?.type === "string") return listOf(node, schema2.items, name);
  return types.includes("object") && schema2.additionalProperties?.maxProperties === 0 ? setOf(node) : void 0;
}
var namesOfPlatforms = /* @__PURE__ */ new Set(["architecture", "os", "variant"]);
function quotedOf(node, schema2, name) {
  if (schema2.pattern !== void 0 || schema2.contentEncoding !== void 0) return void 0;
  const written = writtenOf(node);
  const isFree = schema2.title === "Annotation" || schema2.title === "Label";
  const isMeant = isFree || !namesOfPlatforms.has(name) || written === "386";
  if (written !== void 0) return write(node, JSON.stringify(written), isMeant);
  return isFree ? write(node, JSON.stringify(JSON.stringify(toValue(node))), false) : void 0;
}
function listOf(node, { pattern = "" }, name) {
  const text2 = stringOf(node);
  if (text2 !== void 0) {
    if (!new RegExp(pattern, "u").test(text2)) return void 0;
    const isCommand = name === "Cmd" || name === "Entrypoint" || name === "Test";
    const shell = name === "Test" ? ["CMD-SHELL"] : ["/bin/sh", "-c"];
    return write(node, toJson(isCommandLine(name, text2) ? [...shell, text2] : [text2]), !isCommand);
  }
  if (node.type !== "object" || name !== "Env") return void 0;
  const entries = Object.entries(toValue(node));
  if (!entries.every(([key, value]) => key !== "" && !key.includes("=") && isScalar2(value))) return void 0;
  return write(node, toJson(entries.map(([key, value]) => `${key}=${value}`)), true);
}
function setOf(node) {
  const items = node.type === "array" ? toValue(node) : [];
  const names4 = items.map(String);
  if (items.length === 0 || !items.every(isScalar2) || new Set(names4).size !== names4.length) return void 0;
  return write(node, `{ ${names4.map((name) => `${JSON.stringify(name)}: {}`).join(", ")} }`, true);
}
function nullFixesOf({ json }, node, schema2, parent) {
  const member = memberAbove(node);
  if (member === void 0) return [];
  const isOwn = parent?.properties !== void 0 && Object.hasOwn(parent.properties, member.name);
  const remove = { title: `Remove ${member.name}`, edits: [removeMember(json, member)] };
  if (!isOwn) return [write(node, '""', false), { ...remove, isSafe: false }];
  const isRequired = parent.required?.includes(member.name) === true;
  if (isList(schema2, isRequired)) return [{ ...write(node, "[]", true), leaves: ["manifest-layers"] }];
  return isRequired ? [] : [{ ...remove, isSafe: true }];
}
function constantFixOf(node, constant) {
  return write(node, JSON.stringify(constant), stringOf(node) === String(constant));
}
function write(node, json, isSafe) {
  const shown2 = json.length <= 40 ? json : `${json.slice(0, 39)}\u2026`;
  const name = memberAbove(node)?.name;
  const title = name === void 0 ? `Replace with ${shown2}` : `Set ${name} to ${shown2}`;
  return { title, edits: [replaceValue(node, json)], isSafe };
}
function toJson(items) {
  return `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
}
function isScalar2(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

// server/src/rules/text/schema.ts
var schema = {
  meta: {
    id: "schema",
    title: "Missing property or invalid value",
    kinds: "any",
    severity: "error",
    profile: "spec",
    /** Gathered when they are asked for: a run without a finding has no use for them. */
    get clauses() {
      return clausesOfSchemas();
    },
    fixable: true
  },
  checkObject(object, { kind }) {
    return membersOf(object).flatMap(({ value }) => checkNumberForm(value, kind) ?? []);
  },
  *check(document) {
    const { kind, row, root: root2 } = document;
    if (kind === void 0 || row?.schema === void 0 || root2 === void 0 || root2.type === "invalid") return;
    const lacking = /* @__PURE__ */ new Map();
    for (const error of schemaErrorsOf(document, kind)) {
      if (error.keyword !== "required") yield* findingOf4(document, error);
      else if (lacking.has(error.pointer)) lacking.get(error.pointer)?.push(error);
      else lacking.set(error.pointer, [error]);
    }
    for (const errors of lacking.values()) yield* missingFindingOf(document, errors);
  }
};
var oddNumber = /[0-9](?:[.eE][0-9+-]|[0-9]{18})/;
function checkNumberForm(node, kind) {
  const written = node?.type === "number" ? writtenOf(node) : void 0;
  if (node === void 0 || written === void 0 || !oddNumber.test(written)) return void 0;
  const path = pathOf(node);
  const member = schemaAt(kind, path);
  const value = Number(written);
  const isInteger = member?.const === value || [member?.type].flat().includes("integer");
  if (!isInteger || !Number.isInteger(value) || readInt64(written) !== void 0) return void 0;
  const name = `\`${path.at(-1)}\``;
  const clause = member?.clauses?.[member.const === void 0 ? "type" : "const"];
  const details2 = { covers: ["type"], ...typeof clause === "string" ? { clause } : {} };
  if (!/[.eE]/.test(written) || !Number.isSafeInteger(value)) {
    return findingAtValue(node, `${name} must fit a signed 64-bit integer.`, details2);
  }
  const fixes = [{ title: `Set ${path.at(-1)} to ${value}`, edits: [replaceValue(node, String(value))], isSafe: true }];
  const message4 = `${name} must be written as ${value}, not ${written.slice(0, 40)}.`;
  return findingAtValue(node, message4, { ...details2, fixes });
}
function* findingOf4(document, error) {
  const node = nodeAt(document.root, error.pointer);
  if (node === void 0) return;
  yield {
    span: spanOfFault(node),
    pointer: error.pointer,
    message: messageOf(error, emptyOf(node), writtenOf(node)),
    covers: [error.keyword],
    ...error.clause === void 0 ? {} : { clause: error.clause },
    fixes: schemaFixesOf(document, error, node)
  };
}
function* missingFindingOf(document, errors) {
  const node = nodeAt(document.root, errors[0]?.pointer ?? "");
  const lacking = errors.filter(
    (error) => memberOf(node, missingNameOf(error)) === void 0 && !isOptional(document, error)
  );
  const [first] = lacking;
  if (node === void 0 || first === void 0) return;
  const names4 = lacking.map(missingNameOf);
  const clause = lacking.find((error) => error.clause !== void 0)?.clause;
  yield {
    span: spanOfFault(node),
    pointer: first.pointer,
    message: missingMessageOf(first, names4),
    missing: names4,
    without: (taken2) => {
      const [left] = missingFindingOf(
        document,
        lacking.filter((error) => !taken2.has(missingNameOf(error)))
      );
      return left;
    },
    ...clause === void 0 ? {} : { clause },
    fixes: missingMemberFixesOf(document, node, names4)
  };
}
function isOptional({ kind, root: root2, hints }, error) {
  if (!hasTraits(kind, "oci", "is-image-config") || !(hints.isOfErofs === true || isErofsConfig(root2))) return false;
  const name = missingNameOf(error);
  return error.pointer === "" && name === "rootfs" || error.pointer === "/rootfs" && name === "diff_ids";
}
function missingNameOf({ params }) {
  return String(params.missingProperty);
}
function spanOfFault(node) {
  return node.type === "object" || node.type === "array" ? headOf(node) : spanOf(node);
}

// server/src/rules/text/unknown-member.ts
var unknownMember = {
  meta: {
    id: "unknown-member",
    title: "Property is not in the specification",
    kinds: ["index", "manifest", "descriptor"],
    severity: "hint",
    profile: "strict",
    clauses: ["descriptor-new-fields"],
    fixable: false
  },
  checkOddMember(odd, around) {
    return isToldBetter(odd, around) ? void 0 : findingOf5(odd.member, odd.shape.thing);
  }
};
function isToldBetter(odd, { kind }) {
  const { member, shape } = odd;
  if (shape.byName.has(member.name) || knownVariantOf(odd) !== void 0 || memberMeantBy(odd) !== void 0)
    return true;
  return parentOf(objectOf(member)) === void 0 && isForeignTo(kind, member.name);
}
function findingOf5(member, thing) {
  const message4 = `Unknown property ${inBackticks(member.name)} in this ${inSentence(thing)}. Readers ignore it.`;
  return findingAtName(member, message4, { clause: "descriptor-new-fields" });
}

// server/src/rules/annotation/annotation-base-digest.ts
var baseDigest = "org.opencontainers.image.base.digest";
var annotationBaseDigest = {
  meta: {
    id: "annotation-base-digest",
    title: "Invalid base image digest",
    kinds: ["index", "manifest", "descriptor"],
    // An annotation stops no reader: not the error that the same text is as a descriptor's digest.
    severity: "warning",
    profile: "spec",
    clauses: ["annotation-base-digest-form"],
    fixable: true
  },
  concernsKey: (key) => key === baseDigest,
  checkAnnotation({ value, text: text2 }) {
    if (value === void 0 || text2 === void 0 || isDigest(text2)) return;
    const message4 = `Invalid base image digest ${quoted(text2, 30)}: expected "sha256:" and 64 hex digits.`;
    return findingAtValue(value, message4, { clause: "annotation-base-digest-form", fixes: fixesOf2(value, text2) });
  }
};
var shortestHash = 32;
function isDigest(text2) {
  const digest = readDigest(text2);
  if (digest === void 0) return false;
  return registeredAlgorithmOf(digest.algorithm) !== void 0 || digest.encoded.length >= shortestHash;
}
function fixesOf2(node, text2) {
  const lower = text2.slice(text2.lastIndexOf("@") + 1).toLowerCase();
  const meant = /^[0-9a-f]{64}$/.test(lower) ? `sha256:${lower}` : lower;
  if (!isDigest(meant)) return [];
  return [{ title: `Replace with ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true }];
}

// server/src/oci/image-reference.ts
var hostForm = /^(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[A-Fa-f0-9:]+\])(?::[0-9]+)?$/;
var componentForm = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
var tagForm = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
var longest2 = 1024;
function readImageReference(text2) {
  if (text2.length > longest2) return void 0;
  const at = text2.indexOf("@");
  const digest = at < 0 ? void 0 : text2.slice(at + 1);
  if (digest !== void 0 && digestProblemOf(digest) !== void 0) return void 0;
  const named2 = at < 0 ? text2 : text2.slice(0, at);
  const colon2 = named2.indexOf(":", named2.lastIndexOf("/") + 1);
  const tag = colon2 < 0 ? void 0 : named2.slice(colon2 + 1);
  if (tag !== void 0 && !isTag(tag)) return void 0;
  const { host, path } = splitHost(colon2 < 0 ? named2 : named2.slice(0, colon2));
  if (host !== void 0 && !hostForm.test(host)) return void 0;
  if (!path.split("/").every((component2) => componentForm.test(component2))) return void 0;
  return {
    ...host === void 0 ? {} : { host },
    path,
    ...tag === void 0 ? {} : { tag },
    ...digest === void 0 ? {} : { digest }
  };
}
function isTag(text2) {
  return tagForm.test(text2);
}
function qualifiedReferenceOf(text2) {
  return text2.split(/[:@]/, 1)[0].includes("/") ? `docker.io/${text2}` : `docker.io/library/${text2}`;
}
function splitHost(name) {
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const isHost = /[.:A-Z[]/.test(first) || first === "localhost";
  return isHost ? { host: first, path: name.slice(slash + 1) } : { path: name };
}

// server/src/rules/annotation/annotation-base-name.ts
var baseName = "org.opencontainers.image.base.name";
var longestName2 = 255;
var annotationBaseName = {
  meta: {
    id: "annotation-base-name",
    title: "Base image name is not a full image reference",
    kinds: ["index", "manifest", "descriptor"],
    severity: "warning",
    profile: "spec",
    clauses: [
      "annotation-base-name-reference",
      "annotation-base-name-qualified",
      "dist-repository-name",
      "dist-repository-name-length"
    ],
    fixable: true
  },
  concernsKey: (key) => key === baseName,
  checkAnnotation({ value, text: text2 }) {
    return value === void 0 || text2 === void 0 ? void 0 : checkName(value, text2);
  }
};
function* checkName(node, text2) {
  const reference = readImageReference(text2);
  if (reference === void 0) {
    const message4 = `Invalid image reference ${quoted(text2)}. Use, for example, "docker.io/library/debian:12".`;
    yield findingAtValue(node, message4, { clause: "annotation-base-name-reference" });
  } else if (text2 === "scratch") {
    const message4 = '"scratch" is not an image in any registry. Remove the annotation.';
    yield findingAtValue(node, message4, { severity: "information", clause: "annotation-base-name-reference" });
  } else if (reference.host === void 0) {
    const full = qualifiedReferenceOf(text2);
    const fixes = [{ title: `Replace with ${full}`, edits: [replaceValue(node, JSON.stringify(full))], isSafe: false }];
    const message4 = `Base image name has no registry. For Docker Hub, use ${quoted(full)}.`;
    yield findingAtValue(node, message4, { clause: "annotation-base-name-qualified", fixes });
  } else if (reference.host.length + 1 + reference.path.length > longestName2) {
    const message4 = `Base image name exceeds ${longestName2} characters. Many clients reject it.`;
    yield findingAtValue(node, message4, { severity: "information", clause: "dist-repository-name-length" });
  }
}

// server/src/rules/annotation/annotation-base-pair.ts
var nameKey = "org.opencontainers.image.base.name";
var digestKey = "org.opencontainers.image.base.digest";
var annotationBasePair = {
  meta: {
    id: "annotation-base-pair",
    title: "Base image name without its digest",
    kinds: ["index", "manifest", "descriptor"],
    severity: "information",
    profile: "spec",
    clauses: ["annotation-base-pair"],
    fixable: false
  },
  concernsKey: (key) => key === nameKey,
  checkAnnotation({ member, text: text2 }) {
    if (text2 === void 0 || text2 === "scratch" || memberOf(objectOf(member), digestKey) !== void 0) return;
    const message4 = `Base image has no digest. Add \`${digestKey}\`.`;
    return findingAtName(member, message4, { clause: "annotation-base-pair" });
  }
};

// server/src/oci/date-time.ts
var form = /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;
function isDateTime(text2) {
  const match = text2.length > 100 ? null : form.exec(text2);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}
var wide = /^(\d{4})-?(\d\d)-?(\d\d)(?:[Tt_ ]\s*(\d\d):?(\d\d)(?::?(\d\d)(\.\d+)?)?)?\s*(?:([Zz]|UTC|GMT)|([+-]\d\d):?(\d\d)?(?: [A-Z]{3,5})?)?$/;
function dateTimeMeantBy(text2) {
  if (text2.length > 100) return void 0;
  const trimmed = text2.trim();
  if (/^1[0-9]{9}$/.test(trimmed)) return fromEpoch(Number(trimmed) * 1e3);
  const match = wide.exec(trimmed);
  if (match === null) return void 0;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", utc, offset, minutes = "00"] = match;
  const zone = offset === void 0 || `${offset}:${minutes}` === "+00:00" ? "Z" : `${offset}:${minutes}`;
  const meant = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`;
  const isExact = match[4] !== void 0 && (utc !== void 0 || offset !== void 0);
  return isDateTime(meant) ? { text: meant, isExact } : void 0;
}
function fromEpoch(milliseconds) {
  return { text: new Date(milliseconds).toISOString().replace(".000Z", "Z"), isExact: true };
}
function daysOf(year, month) {
  if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// server/src/rules/support/date-time-fix.ts
function dateTimeRemedyFor(meant) {
  return meant === void 0 ? 'expected RFC 3339, as in "2024-05-01T12:00:00Z"' : `use "${meant.text}"`;
}
function dateTimeFixesOf(node, meant) {
  if (meant === void 0) return [];
  const edits = [replaceValue(node, JSON.stringify(meant.text))];
  return [{ title: `Replace with ${meant.text}`, edits, isSafe: meant.isExact }];
}

// server/src/rules/annotation/annotation-created.ts
var created = "org.opencontainers.image.created";
var annotationCreated = {
  meta: {
    id: "annotation-created",
    title: "Creation time is not an RFC 3339 timestamp",
    kinds: annotatedKinds,
    severity: "warning",
    profile: "spec",
    clauses: ["annotation-created-rfc3339"],
    fixable: true
  },
  concernsKey: (key) => key === created,
  checkAnnotation({ value, text: text2 }) {
    if (value === void 0 || text2 === void 0 || isDateTime(text2)) return;
    const meant = dateTimeMeantBy(text2);
    const message4 = `Invalid timestamp ${quoted(text2)}: ${dateTimeRemedyFor(meant)}.`;
    return findingAtValue(value, message4, {
      clause: "annotation-created-rfc3339",
      fixes: dateTimeFixesOf(value, meant)
    });
  }
};

// server/src/oci/facts/annotations/artifacts.ts
var artifactAnnotations = [
  { ecosystem: "Cosign/Sigstore", rows: [
    {
      key: "dev.cosignproject.cosign/signature",
      value: "base64",
      places: ["layer"],
      summary: "Signature over the layer payload. Empty on attestations."
    },
    {
      key: "dev.sigstore.cosign/certificate",
      places: ["layer"],
      summary: "PEM certificate of the signer.",
      note: "The specification text names it dev.cosignproject.cosign/certificate in prose while its example and the code use this key."
    },
    { key: "dev.sigstore.cosign/chain", places: ["layer"], summary: "PEM certificate chain." },
    {
      key: "dev.sigstore.cosign/bundle",
      value: "json",
      places: ["layer"],
      summary: "Transparency log entry for offline checks."
    },
    {
      key: "dev.sigstore.cosign/rfc3161timestamp",
      value: "json",
      places: ["layer"],
      summary: "Time stamp authority response."
    },
    {
      key: "predicateType",
      value: "uri",
      places: ["layer"],
      summary: "Predicate type of a DSSE attestation in tag form.",
      note: "A bare key without name space."
    },
    {
      key: "dev.sigstore.bundle.content",
      places: ["manifest", "index-entry"],
      summary: "What a bundle contains.",
      values: ["dsse-envelope", "message-signature"]
    },
    {
      key: "dev.sigstore.bundle.predicateType",
      value: "uri",
      places: ["manifest", "index-entry"],
      summary: "Predicate type inside a bundle, copied to the referrers list for filtering."
    },
    {
      key: "dev.sigstore.sbom.scope",
      places: ["layer"],
      status: "deprecated",
      summary: "Part of the image that an attached SBOM covers."
    },
    {
      key: "kind",
      places: ["layout-entry"],
      summary: "Role of an entry in a Cosign layout (dev.cosignproject.cosign/image, imageIndex, sigs, atts).",
      values: ["dev.cosignproject.cosign/image", "dev.cosignproject.cosign/imageIndex", "dev.cosignproject.cosign/sigs", "dev.cosignproject.cosign/atts"],
      note: "A bare key without name space."
    }
  ] },
  { ecosystem: "in-toto", rows: [
    {
      key: "in-toto.io/predicate-type",
      value: "uri",
      places: ["layer"],
      summary: "Predicate type of the in-toto statement in the layer.",
      values: ["https://slsa.dev/provenance/v0.2", "https://slsa.dev/provenance/v1", "https://spdx.dev/Document", "https://cyclonedx.org/bom"]
    }
  ] },
  { ecosystem: "Notation", rows: [
    {
      key: "io.cncf.notary.x509chain.thumbprint#S256",
      value: "json",
      places: ["manifest"],
      summary: "JSON array, in a string, with the SHA-256 thumbprints of the signing chain.",
      note: "The prefix io.cncf.notary is reserved for Notation."
    }
  ] },
  { ecosystem: "ORAS", rows: [
    {
      key: "io.deis.oras.content.digest",
      value: "digest",
      places: ["layer"],
      summary: "Digest of the tar before compression of a packed directory."
    },
    {
      key: "io.deis.oras.content.unpack",
      value: "boolean",
      places: ["layer"],
      summary: "Tells ORAS to extract the layer into a directory.",
      values: ["true"]
    }
  ] },
  { ecosystem: "CNCF ModelPack", rows: [
    { key: "org.cncf.model.filepath", places: ["layer"], summary: "Path of the file in the model." },
    {
      key: "org.cncf.model.file.metadata+json",
      value: "json",
      places: ["layer"],
      summary: "Name, mode, owner, size and time of the file as JSON text."
    },
    {
      key: "org.cncf.model.file.mediatype.untested",
      value: "boolean",
      places: ["layer"],
      summary: "The packer guessed the media type."
    }
  ] },
  { ecosystem: "KitOps", rows: [
    { key: "ml.kitops.modelkit.cli-version", places: ["manifest"], summary: "KitOps version." },
    { key: "ml.kitops.modelkit.kitfile", value: "json", places: ["manifest"], summary: "Kitfile as JSON text." },
    {
      key: "ml.kitops.modelkit.layer-subtype",
      places: ["layer"],
      summary: "Finer type of a layer.",
      values: ["prompt"]
    }
  ] },
  { ecosystem: "GitHub Packages", rows: [
    {
      key: "com.github.package.type",
      places: ["manifest", "index"],
      summary: "Kind of package for GitHub's package pages.",
      values: ["homebrew_bottle", "devcontainer_feature", "devcontainer_collection"]
    }
  ] },
  { ecosystem: "Homebrew", rows: [
    {
      key: "sh.brew.bottle.digest",
      places: ["manifest", "index-entry"],
      summary: "SHA-256 of the bottle, without algorithm prefix."
    },
    {
      key: "sh.brew.bottle.size",
      value: "integer",
      places: ["manifest", "index-entry"],
      summary: "Size of the bottle."
    },
    {
      key: "sh.brew.bottle.cpu.variant",
      places: ["manifest", "index-entry"],
      summary: "Oldest CPU family that the bottle runs on."
    },
    {
      key: "sh.brew.bottle.glibc.version",
      places: ["manifest", "index-entry"],
      summary: "glibc version of the bottle."
    },
    {
      key: "sh.brew.tab",
      value: "json",
      places: ["manifest", "index-entry"],
      summary: "Install receipt as JSON text."
    }
  ] },
  { ecosystem: "devcontainers", rows: [
    {
      key: "dev.containers.metadata",
      value: "json",
      places: ["manifest"],
      summary: "devcontainer-feature.json or template metadata as JSON text."
    },
    {
      key: "dev.containers.experimental.metadata",
      value: "json",
      places: ["manifest"],
      status: "legacy",
      replacedBy: "dev.containers.metadata",
      summary: "Earlier name."
    }
  ] },
  { ecosystem: "Timoni", rows: [
    {
      key: "sh.timoni.content.type",
      places: ["layer"],
      summary: "Kind of Timoni layer.",
      values: ["module", "cue.mod", "cue.mod/gen", "cue.mod/pkg"]
    }
  ] },
  { ecosystem: "CUE", rows: [
    { key: "works.cue.module", places: ["manifest"], summary: "Module path of a CUE module." }
  ] },
  { ecosystem: "Bicep", rows: [
    {
      key: "bicep.serialization.format",
      places: ["manifest"],
      summary: "Serialisation version of a Bicep artifact.",
      values: ["v1"]
    }
  ] },
  { ecosystem: "KCL", rows: [
    { key: "org.kcllang.package.name", places: ["manifest"], summary: "KCL package name." },
    { key: "org.kcllang.package.version", places: ["manifest"], summary: "KCL package version." },
    { key: "org.kcllang.package.description", places: ["manifest"], summary: "KCL package description." }
  ] },
  { ecosystem: "Tekton", rows: [
    { key: "dev.tekton.image.name", places: ["layer"], summary: "Resource name." },
    {
      key: "dev.tekton.image.kind",
      places: ["layer"],
      summary: "Resource kind in lower case, such as task or pipeline."
    },
    { key: "dev.tekton.image.apiVersion", places: ["layer"], summary: "API version, often without its group." }
  ] },
  { ecosystem: "Crossplane", rows: [
    {
      key: "io.crossplane.xpkg",
      places: ["layer"],
      summary: "Role of a layer of a Crossplane package.",
      values: ["base", "examples", "xpkg-extensions"],
      note: "As a config label the key is io.crossplane.xpkg:<layer digest>."
    }
  ] },
  { ecosystem: "Kyverno", rows: [
    { key: "io.kyverno.image.kind", places: ["layer"], summary: "Kind of the policy." },
    { key: "io.kyverno.image.name", places: ["layer"], summary: "Name of the policy." },
    { key: "io.kyverno.image.apiVersion", places: ["layer"], summary: "API version of the policy." },
    { key: "io.kyverno.image.namespace", places: ["layer"], summary: "Name space of the policy." }
  ] },
  { ecosystem: "Agent Skills", rows: [
    { key: "io.agentskills.skill.name", places: ["manifest", "index-entry"], summary: "Name of an agent skill." },
    {
      key: "io.agentskills.skill.compatibility",
      places: ["manifest", "index-entry"],
      summary: "What an agent skill works with."
    },
    {
      key: "io.agentskills.skill.ref",
      places: ["index-entry"],
      summary: "Reference that an entry of a collection was taken from."
    },
    { key: "io.agentskills.collection.name", places: ["index"], summary: "Name of a collection of agent skills." }
  ] },
  { ecosystem: "CNAB", rows: [
    { key: "io.cnab.runtime_version", places: ["index"], summary: "CNAB runtime version." },
    { key: "io.cnab.keywords", value: "json", places: ["index"], summary: "Keywords as JSON text." },
    {
      key: "io.cnab.manifest.type",
      places: ["index-entry"],
      summary: "Role of an index entry.",
      values: ["config", "invocation", "component"],
      note: "config seen in Harbor. The others not seen."
    }
  ] },
  { ecosystem: "Microsoft", rows: [
    {
      key: "vnd.microsoft.artifact.lifecycle.end-of-life.date",
      value: "date",
      places: ["manifest"],
      summary: "End-of-life date of the subject.",
      note: "One tool writes yyyy-MM-dd, another an RFC 3339 time."
    }
  ] },
  { ecosystem: "Tart", rows: [
    {
      key: "org.cirruslabs.tart.uncompressed-disk-size",
      value: "integer",
      places: ["manifest"],
      summary: "Size of the whole disk."
    },
    { key: "org.cirruslabs.tart.upload-time", value: "rfc3339", places: ["manifest"], summary: "Upload time." },
    {
      key: "org.cirruslabs.tart.uncompressed-size",
      value: "integer",
      places: ["layer"],
      summary: "Size of the chunk before compression."
    },
    {
      key: "org.cirruslabs.tart.uncompressed-content-digest",
      value: "digest",
      places: ["layer"],
      summary: "Digest of the chunk before compression."
    }
  ] },
  { ecosystem: "Inspektor Gadget", rows: [
    {
      key: "io.inspektor-gadget.builder.version",
      places: ["config", "descriptor"],
      summary: "Builder version of a gadget."
    }
  ] },
  { ecosystem: "Harbor", rows: [
    {
      key: "io.goharbor.artifact.v1alpha1.skip-list",
      places: ["config"],
      summary: "Config keys that Harbor shall not show."
    },
    { key: "io.goharbor.artifact.v1alpha1.icon", places: ["layer"], summary: "Marks the layer that holds the icon." }
  ] },
  { ecosystem: "Artifact Hub", rows: [
    {
      key: "io.artifacthub.package.readme-url",
      value: "url",
      places: ["manifest", "label"],
      summary: "Readme in Markdown. Required by Artifact Hub."
    },
    {
      key: "io.artifacthub.package.alternative-locations",
      places: ["manifest", "label"],
      summary: "Other references, comma-separated."
    },
    {
      key: "io.artifacthub.package.category",
      places: ["manifest", "label"],
      summary: "Category of the package.",
      values: ["ai-machine-learning", "database", "integration-delivery", "monitoring-logging", "networking", "security", "storage", "streaming-messaging", "skip-prediction"]
    },
    {
      key: "io.artifacthub.package.contains-security-updates",
      value: "boolean",
      places: ["manifest", "label"],
      summary: "The version has security fixes."
    },
    {
      key: "io.artifacthub.package.deprecated",
      value: "boolean",
      places: ["manifest", "label"],
      summary: "The version is deprecated."
    },
    { key: "io.artifacthub.package.keywords", places: ["manifest", "label"], summary: "Keywords, comma-separated." },
    {
      key: "io.artifacthub.package.license",
      value: "spdx-expression",
      places: ["manifest", "label"],
      summary: "SPDX identifier."
    },
    { key: "io.artifacthub.package.logo-url", value: "url", places: ["manifest", "label"], summary: "Logo." },
    {
      key: "io.artifacthub.package.maintainers",
      value: "json",
      places: ["manifest", "label"],
      summary: "Array of maintainers as JSON text."
    },
    {
      key: "io.artifacthub.package.prerelease",
      value: "boolean",
      places: ["manifest", "label"],
      summary: "The version is a pre-release."
    }
  ] },
  { ecosystem: "Operator Framework", rows: [
    {
      key: "operators.operatorframework.io.bundle.mediatype.v1",
      places: ["label"],
      summary: "Bundle format.",
      values: ["registry+v1"]
    },
    {
      key: "operators.operatorframework.io.bundle.manifests.v1",
      places: ["label"],
      summary: "Directory with manifests."
    },
    {
      key: "operators.operatorframework.io.bundle.metadata.v1",
      places: ["label"],
      summary: "Directory with metadata."
    },
    {
      key: "operators.operatorframework.io.bundle.channel.default.v1",
      places: ["label"],
      summary: "Default channel."
    }
  ] },
  { ecosystem: "Carvel/imgpkg", rows: [
    { key: "dev.carvel.imgpkg.bundle", places: ["label"], summary: "Marks an imgpkg bundle." }
  ] },
  { ecosystem: "Compose", rows: [
    {
      key: "com.docker.compose.version",
      places: ["layer", "index-entry"],
      summary: "Compose version that published the project."
    },
    { key: "com.docker.compose.file", places: ["layer"], summary: "Name of the Compose file." },
    { key: "com.docker.compose.envfile", places: ["layer"], summary: "Name of the env file." }
  ] }
];

// server/src/oci/facts/annotations/images.ts
var imageAnnotations = [
  { ecosystem: "containerd", rows: [
    {
      key: "io.containerd.image.name",
      value: "image-reference",
      places: ["layout-entry"],
      summary: "Full image name of an entry, read on import before ref.name.",
      note: "docker save writes it as well."
    },
    {
      key: "io.containerd.manifest.subject",
      value: "digest",
      places: ["layout-entry"],
      summary: "Marks an entry of an export as referrer of the given manifest, so that it makes no image of its own."
    },
    {
      key: "containerd.io/uncompressed",
      value: "digest",
      places: ["layer"],
      summary: "DiffID of a compressed layer. BuildKit cache exports keep it on layers."
    },
    {
      key: "containerd.io/distribution.source.*",
      places: ["layer", "index-entry"],
      summary: "Repository that a blob came from, used for cross-repository mounts. Normally a local label.",
      note: "Should not leak into published manifests."
    },
    { key: "io.containerd.checkpoint.runtime", places: ["index"], summary: "Runtime of a checkpointed container." },
    {
      key: "io.containerd.checkpoint.snapshotter",
      places: ["index"],
      summary: "Snapshotter of a checkpointed container."
    },
    {
      key: "io.containerd.image.config.stop-signal",
      places: ["label"],
      summary: "Stop signal that containerd keeps as a container label."
    }
  ] },
  { ecosystem: "EROFS", rows: [
    {
      key: "org.erofs.role",
      places: ["layer"],
      values: ["device", "overlay-lower", "overlay-data"],
      summary: "What an EROFS layer is for. Absent, it is part of the overlay stack."
    },
    {
      key: "org.erofs.uncompressed-digest",
      value: "digest",
      places: ["layer"],
      summary: "Digest of the uncompressed EROFS image: the DiffID of the layer."
    },
    { key: "org.erofs.chunk-index.range", places: ["layer"], summary: "Byte range of the chunk index: offset and end." },
    { key: "org.erofs.chunk-index.digest", value: "digest", places: ["layer"], summary: "Digest of the chunk index." },
    {
      key: "org.erofs.chunk-index.mediaType",
      value: "media-type",
      places: ["layer"],
      summary: "Type of the chunk index.",
      example: "application/vnd.erofs.chunk-index.v1"
    },
    {
      key: "org.erofs.chunk-index.target",
      value: "digest",
      places: ["layer"],
      summary: "Digest of the layer that a chunk index is for, the one just before it."
    },
    {
      key: "org.erofs.dmverity.hash_offset",
      value: "integer",
      places: ["layer"],
      summary: "Where the dm-verity hash tree starts, a multiple of the block size."
    },
    { key: "org.erofs.dmverity.root_digest", places: ["layer"], summary: "Root digest of the dm-verity hash tree." },
    { key: "org.erofs.dmverity.block_size", value: "integer", places: ["layer"], summary: "Block size of dm-verity." }
  ] },
  { ecosystem: "eStargz", rows: [
    {
      key: "containerd.io/snapshot/stargz/toc.digest",
      value: "digest",
      places: ["layer"],
      summary: "Digest of the eStargz table of contents."
    },
    {
      key: "io.containers.estargz.uncompressed-size",
      value: "integer",
      places: ["layer"],
      summary: "Uncompressed size of an eStargz layer."
    }
  ] },
  { ecosystem: "zstd:chunked", rows: [
    {
      key: "io.github.containers.zstd-chunked.manifest-checksum",
      value: "digest",
      places: ["layer"],
      summary: "Checksum of the zstd:chunked manifest."
    },
    {
      key: "io.github.containers.zstd-chunked.manifest-position",
      places: ["layer"],
      summary: "Offset, lengths and type of the zstd:chunked manifest."
    },
    {
      key: "io.github.containers.zstd-chunked.tarsplit-checksum",
      value: "digest",
      places: ["layer"],
      summary: "Checksum of the tar-split data."
    },
    {
      key: "io.github.containers.zstd-chunked.tarsplit-position",
      places: ["layer"],
      summary: "Position of the tar-split data."
    }
  ] },
  { ecosystem: "Podman/Skopeo", rows: [
    {
      key: "io.github.containers.compression.zstd",
      value: "boolean",
      places: ["index-entry"],
      summary: "Marks an index entry with zstd layers so that old clients can take the gzip twin.",
      values: ["true"]
    }
  ] },
  { ecosystem: "Nydus", rows: [
    {
      key: "containerd.io/snapshot/nydus-blob",
      value: "boolean",
      places: ["layer"],
      summary: "Layer is a Nydus data blob.",
      values: ["true"]
    },
    {
      key: "containerd.io/snapshot/nydus-bootstrap",
      value: "boolean",
      places: ["layer"],
      summary: "Layer is the Nydus bootstrap.",
      values: ["true"]
    },
    { key: "containerd.io/snapshot/nydus-fs-version", places: ["layer"], summary: "Nydus file system version." },
    {
      key: "containerd.io/snapshot/nydus-blob-digest",
      value: "digest",
      places: ["layer"],
      summary: "Digest of the Nydus blob."
    },
    {
      key: "containerd.io/snapshot/nydus-blob-size",
      value: "integer",
      places: ["layer"],
      summary: "Size of the Nydus blob."
    },
    {
      key: "containerd.io/snapshot/nydus-source-chainid",
      value: "digest",
      places: ["layer"],
      summary: "Chain ID of the converted layer."
    },
    {
      key: "containerd.io/snapshot/nydus-source-digest",
      value: "digest",
      places: ["layer"],
      summary: "Digest of the layer before conversion."
    },
    {
      key: "containerd.io/snapshot/nydus-target-digest",
      value: "digest",
      places: ["layer"],
      summary: "Digest of the layer after conversion."
    },
    {
      key: "containerd.io/snapshot/nydus-encrypted-blob",
      value: "boolean",
      places: ["layer"],
      summary: "Blob is encrypted.",
      values: ["true"]
    },
    {
      key: "containerd.io/snapshot/nydus-reference-blob-ids",
      value: "json",
      places: ["layer"],
      summary: "Blobs that the bootstrap refers to."
    },
    { key: "containerd.io/snapshot/nydus-cache", places: ["layer"], summary: "Nydus build cache." }
  ] },
  { ecosystem: "overlaybd", rows: [
    {
      key: "containerd.io/snapshot/overlaybd/blob-digest",
      value: "digest",
      places: ["layer"],
      summary: "Digest of an overlaybd blob."
    },
    {
      key: "containerd.io/snapshot/overlaybd/blob-size",
      value: "integer",
      places: ["layer"],
      summary: "Size of an overlaybd blob."
    },
    {
      key: "containerd.io/snapshot/overlaybd/blob-fs-type",
      places: ["layer"],
      summary: "File system of an overlaybd blob."
    },
    {
      key: "containerd.io/snapshot/overlaybd/acceleration-layer",
      value: "boolean",
      places: ["layer"],
      summary: "Layer holds acceleration data."
    },
    { key: "containerd.io/snapshot/overlaybd/version", places: ["layer"], summary: "overlaybd version." },
    {
      key: "containerd.io/snapshot/overlaybd/turbo-oci/target-digest",
      value: "digest",
      places: ["layer"],
      summary: "Original layer of a TurboOCI layer."
    },
    {
      key: "containerd.io/snapshot/overlaybd/turbo-oci/target-media-type",
      value: "media-type",
      places: ["layer"],
      summary: "Type of the original layer."
    },
    {
      key: "containerd.io/snapshot/overlaybd/fastoci/target-digest",
      value: "digest",
      places: ["layer"],
      status: "legacy",
      replacedBy: "containerd.io/snapshot/overlaybd/turbo-oci/target-digest",
      summary: "Older name of the TurboOCI key."
    },
    {
      key: "containerd.io/snapshot/overlaybd/fastoci/target-media-type",
      value: "media-type",
      places: ["layer"],
      status: "legacy",
      replacedBy: "containerd.io/snapshot/overlaybd/turbo-oci/target-media-type",
      summary: "Older name of the TurboOCI key."
    }
  ] },
  { ecosystem: "SOCI", rows: [
    {
      key: "com.amazon.soci.image-layer-digest",
      value: "digest",
      places: ["layer"],
      summary: "Layer that a ztoc belongs to."
    },
    {
      key: "com.amazon.soci.image-layer-mediaType",
      value: "media-type",
      places: ["layer"],
      summary: "Media type of that layer."
    },
    { key: "com.amazon.soci.build-tool-identifier", places: ["manifest"], summary: "Tool that made the SOCI index." },
    {
      key: "com.amazon.soci.index-digest",
      value: "digest",
      places: ["manifest", "index-entry"],
      summary: "On an image: digest of its SOCI index."
    },
    {
      key: "com.amazon.soci.image-manifest-digest",
      value: "digest",
      places: ["index-entry"],
      summary: "On the index entry of a SOCI index: digest of its image."
    }
  ] },
  { ecosystem: "BuildKit attestations", rows: [
    {
      key: "vnd.docker.reference.type",
      places: ["index-entry"],
      summary: "Kind of an extra index entry. Only attestation-manifest is defined.",
      values: ["attestation-manifest"]
    },
    {
      key: "vnd.docker.reference.digest",
      value: "digest",
      places: ["index-entry"],
      summary: "Image in the same index that the attestation belongs to.",
      note: "Checkable: the digest occurs in the same manifests array."
    },
    { key: "vnd.docker.reference.description", places: ["index-entry"], summary: "Description of such an entry." }
  ] },
  { ecosystem: "BuildKit cache", rows: [
    { key: "buildkit/createdat", value: "rfc3339", places: ["layer"], summary: "When BuildKit made the layer." },
    { key: "buildkit/description", places: ["layer"], summary: "Command behind a cached layer." }
  ] },
  { ecosystem: "BuildKit", rows: [
    {
      key: "buildkit/rewritten-timestamp",
      places: ["layer"],
      summary: "Epoch that the time stamps of a layer were clamped to."
    },
    { key: "moby.buildkit.frontend.caps", places: ["label"], summary: "Capabilities of a BuildKit frontend image." },
    {
      key: "moby.buildkit.frontend.network.none",
      value: "boolean",
      places: ["label"],
      summary: "The frontend runs without network."
    }
  ] },
  { ecosystem: "Docker Official Images", rows: [
    {
      key: "com.docker.official-images.bashbrew.arch",
      places: ["manifest", "index-entry"],
      summary: "Architecture in the naming of Docker Official Images.",
      values: ["amd64", "arm32v5", "arm32v6", "arm32v7", "arm64v8", "i386", "ppc64le", "riscv64", "s390x", "windows-amd64"]
    }
  ] },
  { ecosystem: "Buildah", rows: [
    { key: "io.buildah.version", places: ["label"], summary: "Buildah version that committed the image." },
    { key: "io.buildah.stage.name", places: ["label"], summary: "Name of the build stage." },
    {
      key: "io.buildah.stage.base",
      value: "image-reference",
      places: ["label"],
      summary: "Base of the build stage."
    }
  ] },
  { ecosystem: "Podman", rows: [
    {
      key: "io.containers.capabilities",
      places: ["label"],
      summary: "Capabilities that the image needs, comma-separated."
    }
  ] },
  { ecosystem: "CRI-O", rows: [
    {
      key: "io.kubernetes.cri-o.annotations.checkpoint.name",
      places: ["manifest"],
      summary: "Marks a checkpoint image and names the container."
    }
  ] },
  { ecosystem: "bootc", rows: [
    { key: "containers.bootc", places: ["label"], summary: "Marks a bootable container.", values: ["1"] },
    {
      key: "ostree.bootable",
      places: ["label"],
      summary: "Marks a bootable OSTree container.",
      values: ["1", "true"]
    }
  ] },
  { ecosystem: "Buildpacks", rows: [
    {
      key: "io.buildpacks.lifecycle.metadata",
      value: "json",
      places: ["label"],
      summary: "Layers and run image of a buildpacks app."
    },
    { key: "io.buildpacks.stack.id", places: ["label"], summary: "Stack of a buildpacks image." }
  ] },
  { ecosystem: "Model Context Protocol", rows: [
    {
      key: "io.modelcontextprotocol.server.name",
      places: ["label", "manifest", "index"],
      summary: "Name of the MCP server in the image. The MCP registry checks that it is the registered one.",
      example: "io.github.example/weather"
    }
  ] },
  { ecosystem: "Docker", rows: [
    {
      key: "maintainer",
      places: ["label"],
      status: "legacy",
      replacedBy: "org.opencontainers.image.authors",
      summary: "Old habit for the author. Harbor reads it."
    }
  ] }
];

// server/src/oci/facts/annotations/oci.ts
var ociAnnotations = [
  { ecosystem: "OCI", rows: [
    {
      key: "org.opencontainers.image.created",
      value: "rfc3339",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "When the image was built.",
      example: "2024-05-01T12:00:00Z",
      note: "Date-only values occur (older Homebrew bottles) and are wrong."
    },
    {
      key: "org.opencontainers.image.authors",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Contact details of the person or organization responsible.",
      example: "Jane Doe <jane@example.com>",
      note: "Plural. conversion.md defines a different key image.author for runtime configs."
    },
    {
      key: "org.opencontainers.image.url",
      value: "url",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Where to find more about the image.",
      example: "https://example.com/app"
    },
    {
      key: "org.opencontainers.image.documentation",
      value: "url",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Where the documentation is.",
      example: "https://example.com/app/docs"
    },
    {
      key: "org.opencontainers.image.source",
      value: "url",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Where the source code for building the image is.",
      example: "https://github.com/example/app",
      note: "GHCR links a package to a repository by it. Flux puts the Git URL here."
    },
    {
      key: "org.opencontainers.image.version",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Version of the packaged software.",
      example: "1.2.3",
      note: "Helm fills it from Chart.yaml and forbids an override."
    },
    {
      key: "org.opencontainers.image.revision",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Source control revision.",
      example: "6f3c1b0d5c8a4e21",
      note: "Flux writes branch@sha1:commit."
    },
    {
      key: "org.opencontainers.image.vendor",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Who distributes the image.",
      example: "Example Ltd"
    },
    {
      key: "org.opencontainers.image.licenses",
      value: "spdx-expression",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Licenses of the contained software.",
      example: "Apache-2.0 OR MIT",
      note: "Plural. image.license is a frequent mistake, Homebrew writes it on every bottle."
    },
    {
      key: "org.opencontainers.image.ref.name",
      value: "ref-name",
      places: ["layout-entry"],
      summary: "Name of the reference. By custom the tag.",
      example: "v1.2.3",
      note: "Meaningful only on descriptors of index.json. Docker and Skopeo write the tag, some containerd code writes the full name beside io.containerd.image.name."
    },
    {
      key: "org.opencontainers.image.title",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Human-readable title. On a layer, by ORAS custom, the file name.",
      example: "app",
      note: "The file-name use comes from ORAS, Helm plugins and others."
    },
    {
      key: "org.opencontainers.image.description",
      places: ["manifest", "index", "descriptor", "label"],
      summary: "Human-readable description.",
      example: "Serves things."
    },
    {
      key: "org.opencontainers.image.base.digest",
      value: "digest",
      places: ["manifest", "index", "descriptor"],
      summary: "Digest of the base image."
    },
    {
      key: "org.opencontainers.image.base.name",
      value: "image-reference",
      places: ["manifest", "index", "descriptor"],
      summary: "Fully qualified reference of the base image.",
      example: "docker.io/library/debian:bookworm"
    },
    {
      key: "org.opencontainers.image.os",
      places: ["runtime", "label"],
      summary: "Copy of the image config field os that a converter puts into the runtime config.",
      note: "Defined for runtime configs, not for manifests."
    },
    {
      key: "org.opencontainers.image.architecture",
      places: ["runtime", "label"],
      summary: "Copy of the image config field architecture that a converter puts into the runtime config.",
      note: "Defined for runtime configs, not for manifests."
    },
    {
      key: "org.opencontainers.image.variant",
      places: ["runtime", "label"],
      summary: "Copy of the image config field variant that a converter puts into the runtime config.",
      note: "Defined for runtime configs, not for manifests."
    },
    {
      key: "org.opencontainers.image.os.version",
      places: ["runtime", "label"],
      summary: "Copy of the image config field os.version that a converter puts into the runtime config.",
      note: "Defined for runtime configs, not for manifests."
    },
    {
      key: "org.opencontainers.image.os.features",
      places: ["runtime", "label"],
      summary: "Copy of the image config field os.features that a converter puts into the runtime config.",
      note: "Defined for runtime configs, not for manifests."
    },
    {
      key: "org.opencontainers.image.author",
      places: ["runtime", "label"],
      summary: "Copy of the image config field author that a converter puts into the runtime config.",
      note: "Defined for runtime configs, not for manifests."
    },
    {
      key: "org.opencontainers.image.stopSignal",
      places: ["runtime", "label"],
      summary: "Copy of the image config field Config.StopSignal that a converter puts into the runtime config.",
      note: "Defined for runtime configs, not for manifests."
    },
    {
      key: "org.opencontainers.image.exposedPorts",
      places: ["runtime", "label"],
      summary: "Copy of the image config field Config.ExposedPorts that a converter puts into the runtime config.",
      note: "Defined for runtime configs, not for manifests."
    },
    {
      key: "org.opencontainers.image.license",
      value: "spdx-expression",
      places: ["manifest", "index"],
      status: "misspelled",
      replacedBy: "org.opencontainers.image.licenses",
      summary: "Not defined: the key is image.licenses."
    },
    {
      key: "oci.opencontainers.image.created",
      value: "rfc3339",
      places: ["manifest"],
      status: "misspelled",
      replacedBy: "org.opencontainers.image.created",
      summary: "Not defined: a mistake in the minimal-artifact example of manifest.md."
    },
    {
      key: "org.opencontainers.artifact.created",
      value: "rfc3339",
      places: ["manifest", "descriptor"],
      status: "legacy",
      replacedBy: "org.opencontainers.image.created",
      summary: "Creation time of an artifact, from the withdrawn artifact manifest drafts.",
      note: "Still in an example of the distribution specification and in Harbor SBOMs."
    },
    {
      key: "org.opencontainers.artifact.description",
      places: ["manifest", "descriptor"],
      status: "legacy",
      replacedBy: "org.opencontainers.image.description",
      summary: "Description of an artifact, from the same drafts."
    },
    {
      key: "org.opencontainers.referrers.filtersApplied",
      places: ["index"],
      status: "legacy",
      summary: "Names the filters a registry applied, in drafts of the referrers API.",
      note: "The header OCI-Filters-Applied took its place."
    },
    {
      key: "org.opencontainers.image.referrer.subject",
      value: "digest",
      places: ["layout-entry"],
      summary: "Proposed: digest of the subject, on a layout entry that holds its referrers.",
      note: "From a pull request to the image specification. Written by regclient."
    },
    {
      key: "org.opencontainers.image.referrer.convert",
      value: "boolean",
      places: ["index"],
      summary: "Proposed: the referrers in this layout have been converted from the fallback tags.",
      note: "From a pull request to the image specification. Written by regclient."
    },
    {
      key: "org.opencontainers.image.referrer.*",
      places: ["manifest", "index", "descriptor"],
      summary: "Proposed family of keys about referrers in a layout.",
      note: "From a pull request to the image specification."
    },
    {
      key: "org.opencontainers.artifactType",
      value: "media-type",
      places: ["index"],
      status: "legacy",
      summary: "Artifact type of CNAB indexes, before the artifactType field."
    }
  ] },
  { ecosystem: "ocicrypt", rows: [
    {
      key: "org.opencontainers.image.enc.keys.jwe",
      value: "base64",
      places: ["layer"],
      summary: "Layer key wrapped with JWE.",
      note: "Sits in the reserved org.opencontainers.image name space without being in image-spec."
    },
    {
      key: "org.opencontainers.image.enc.keys.pgp",
      value: "base64",
      places: ["layer"],
      summary: "Layer key wrapped with OpenPGP.",
      note: "Sits in the reserved org.opencontainers.image name space without being in image-spec."
    },
    {
      key: "org.opencontainers.image.enc.keys.pkcs7",
      value: "base64",
      places: ["layer"],
      summary: "Layer key wrapped with PKCS #7.",
      note: "Sits in the reserved org.opencontainers.image name space without being in image-spec."
    },
    {
      key: "org.opencontainers.image.enc.keys.pkcs11",
      value: "base64",
      places: ["layer"],
      summary: "Layer key wrapped with PKCS #11.",
      note: "Sits in the reserved org.opencontainers.image name space without being in image-spec."
    },
    {
      key: "org.opencontainers.image.enc.keys.provider.*",
      value: "base64",
      places: ["layer"],
      summary: "Layer key wrapped by a named key provider."
    },
    {
      key: "org.opencontainers.image.enc.pubopts",
      value: "base64",
      places: ["layer"],
      summary: "Public options of the layer cipher."
    }
  ] },
  { ecosystem: "Label Schema", rows: [
    {
      key: "org.label-schema.build-date",
      value: "rfc3339",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.created",
      summary: "Build date."
    },
    {
      key: "org.label-schema.url",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.url",
      summary: "URL."
    },
    {
      key: "org.label-schema.vcs-url",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.source",
      summary: "Source repository."
    },
    {
      key: "org.label-schema.version",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.version",
      summary: "Version."
    },
    {
      key: "org.label-schema.vcs-ref",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.revision",
      summary: "Revision."
    },
    {
      key: "org.label-schema.vendor",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.vendor",
      summary: "Vendor."
    },
    {
      key: "org.label-schema.name",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.title",
      summary: "Name."
    },
    {
      key: "org.label-schema.description",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.description",
      summary: "Description."
    },
    {
      key: "org.label-schema.usage",
      places: ["label", "manifest"],
      status: "deprecated",
      replacedBy: "org.opencontainers.image.documentation",
      summary: "Usage notes. Compatible when a URL."
    },
    {
      key: "org.label-schema.schema-version",
      places: ["label", "manifest"],
      status: "deprecated",
      summary: "Label Schema version. No OCI counterpart."
    }
  ] }
];

// server/src/oci/facts/annotations.ts
var annotationInfos = [
  ...ociAnnotations,
  ...imageAnnotations,
  ...artifactAnnotations
].flatMap(
  ({ ecosystem: ecosystem2, rows }) => rows.map((row) => ({ value: "string", status: "current", ...row, ecosystem: ecosystem2 }))
);
var infosByKey = new Map(annotationInfos.map((info) => [info.key, info]));
var openInfos = annotationInfos.filter(({ key }) => key.endsWith("*"));
function annotationInfoOf(key) {
  return infosByKey.get(key) ?? openInfos.find((info) => key.startsWith(info.key.slice(0, -1)));
}

// server/src/rules/support/nearest.ts
var longest3 = 200;
function nearestOf(text2, known2, shortest2 = 4) {
  if (text2.length > longest3 || text2.length < shortest2) return void 0;
  const lower = text2.toLowerCase();
  for (const name of known2) {
    if (Math.abs(name.length - text2.length) > 1 || name === text2) continue;
    const folded = name.toLowerCase();
    if (folded === lower) return name;
    if (sharesAnEnd(lower, folded) && editDistance(lower, folded, 1) === 1 && !differsInDigits(lower, folded))
      return name;
  }
  return void 0;
}
function sharesAnEnd(a2, b3) {
  const half = Math.min(a2.length, b3.length) >> 1;
  const isSameHead = a2.startsWith(b3.slice(0, Math.max(1, half - 1)));
  return isSameHead || a2.endsWith(b3.slice(Math.min(b3.length - 1, b3.length - half + 1)));
}
function differsInDigits(a2, b3) {
  return a2.replace(/\d/g, "") === b3.replace(/\d/g, "") && a2.match(/\d/g)?.sort().join() !== b3.match(/\d/g)?.sort().join();
}

// server/src/rules/support/annotation-key-slips.ts
var imageKeyPrefix = "org.opencontainers.image.";
function annotationKeyMeantBy(key) {
  if (!isNear(key)) return void 0;
  const info = annotationInfoOf(key);
  if (info !== void 0) return info.status === "misspelled" ? info.replacedBy : void 0;
  const tail = /^(?:[a-z]{2,4}\.)?open-?containers?\.images?\.([^/]+)$/i.exec(key)?.[1];
  if (tail === void 0) return nearestOf(key, specifiedKeys, imageKeyPrefix.length);
  return nearestTailOf(tail);
}
function isNear(key) {
  return key.includes("mage") || /open-?container/i.test(key);
}
var specified = annotationInfos.filter(
  ({ key, places, status }) => key.startsWith(imageKeyPrefix) && status === "current" && !places.includes("runtime")
);
var specifiedKeys = specified.map(({ key }) => key);
var plainTails = specifiedKeys.map((key) => [plainOf2(key.slice(imageKeyPrefix.length)), key]);
function nearestTailOf(tail) {
  const written = plainOf2(tail);
  return plainTails.find(([known2]) => {
    const limit2 = known2.length >= 8 ? 2 : 1;
    return known2.length <= 3 ? known2 === written : editDistance(known2, written, limit2) <= limit2;
  })?.[1];
}
function plainOf2(name) {
  return name.toLowerCase().replace(/[-_.]/g, "");
}

// server/src/rules/annotation/annotation-key-misspelled.ts
var annotationKeyMisspelled = {
  meta: {
    id: "annotation-key-misspelled",
    title: "Misspelled annotation key",
    kinds: annotatedKinds,
    severity: "warning",
    profile: "recommended",
    clauses: ["annotations-prefix-image-reserved", "spec-example-annotation-prefix"],
    fixable: true
  },
  concernsKey: (key) => key === `${imageKeyPrefix}author` || annotationKeyMeantBy(key) !== void 0,
  checkAnnotation({ member, place }) {
    const meant = meantBy(member.name, place === "label");
    return meant === void 0 ? void 0 : findingOf6(member, meant, memberOf(objectOf(member), meant) !== void 0);
  }
};
function meantBy(key, isLabel) {
  if (key === `${imageKeyPrefix}author` && !isLabel) return `${imageKeyPrefix}authors`;
  return annotationKeyMeantBy(key);
}
function findingOf6(member, meant, isTaken) {
  const clause = member.name.startsWith("oci.") ? "spec-example-annotation-prefix" : "annotations-prefix-image-reserved";
  const message4 = `Unknown annotation key. Did you mean ${quoted(meant, 80)}?`;
  const fixes = isTaken ? [] : [{ title: `Rename to ${meant}`, edits: [renameMember(member, meant)], isSafe: false }];
  return findingAtName(member, message4, { clause, fixes });
}

// server/src/rules/annotation/annotation-key-namespaced.ts
var forwardDomain = /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|sh|app|cloud|ai)(?:\/|$)/;
var annotationKeyNamespaced = {
  meta: {
    id: "annotation-key-namespaced",
    title: "Annotation key is not in reverse-DNS notation",
    kinds: ["index", "manifest", "descriptor"],
    severity: "hint",
    profile: "strict",
    clauses: ["annotations-keys-namespaced", "annotations-keys-reverse-domain"],
    fixable: false
  },
  concernsKey: (key) => (isPlain(key) || forwardDomain.test(key)) && annotationInfoOf(key) === void 0,
  checkAnnotation({ member }) {
    const key = member.name;
    const message4 = isPlain(key) ? `Annotation key ${quoted(key)} is not namespaced. Use ${quoted(`com.example.${key}`)}.` : 'Annotation key should use reverse-DNS notation ("com.example.thing").';
    const clause = isPlain(key) ? "annotations-keys-namespaced" : "annotations-keys-reverse-domain";
    return findingAtName(member, message4, { clause });
  }
};
function isPlain(key) {
  return !key.includes(".");
}

// server/src/rules/annotation/annotation-key-reserved.ts
var reserved = "org.opencontainers.";
var annotationKeyReserved = {
  meta: {
    id: "annotation-key-reserved",
    title: "Annotation key under a reserved prefix",
    kinds: annotatedKinds,
    severity: "warning",
    profile: "spec",
    clauses: ["annotations-prefix-oci-reserved", "annotations-prefix-image-reserved"],
    fixable: false
  },
  concernsKey(key) {
    if (!`${key}.`.startsWith(reserved) || annotationInfoOf(key) !== void 0) return false;
    return annotationKeyMeantBy(key) === void 0;
  },
  checkAnnotation({ member }) {
    const isImage2 = member.name.startsWith(`${reserved}image.`);
    const prefix2 = isImage2 ? "org.opencontainers.image." : reserved;
    const message4 = `The "${prefix2}" prefix is reserved for OCI specifications. Use your own domain.`;
    const clause = isImage2 ? "annotations-prefix-image-reserved" : "annotations-prefix-oci-reserved";
    return findingAtName(member, message4, { clause });
  }
};

// server/src/rules/annotation/annotation-key-superseded.ts
var annotationKeySuperseded = {
  meta: {
    id: "annotation-key-superseded",
    title: "Superseded annotation key",
    kinds: annotatedKinds,
    severity: "information",
    profile: "recommended",
    clauses: ["annotation-label-schema"],
    fixable: true
  },
  concernsKey: isOldPrefix,
  checkAnnotation({ member, place }) {
    const info = annotationInfoOf(member.name);
    if (info?.replacedBy === void 0 || memberOf(objectOf(member), info.replacedBy) !== void 0) return;
    return findingOf7(member, info, place === "label");
  }
};
function isOldPrefix(key) {
  return key.startsWith("org.label-schema.") || key.startsWith("org.opencontainers.artifact") || key.startsWith("containerd.io/snapshot/overlaybd/fastoci/") || key === "dev.containers.experimental.metadata";
}
function findingOf7(member, { replacedBy, ecosystem: ecosystem2 }, isLabel) {
  const isLabelSchema = ecosystem2 === "Label Schema";
  const whose = isLabelSchema ? "deprecated with Label Schema" : "superseded";
  return findingAtName(member, `\`${member.name}\` is ${whose}. Use \`${replacedBy}\`.`, {
    ...isLabel ? { severity: "hint" } : {},
    ...isLabelSchema ? { clause: "annotation-label-schema" } : {},
    fixes: [{ title: `Rename to ${replacedBy}`, edits: [renameMember(member, replacedBy)], isSafe: false }]
  });
}

// server/src/oci/licenses.ts
var import_spdx_expression_parse = __toESM(require_spdx_expression_parse(), 1);

// ../main/node_modules/spdx-license-ids/index.json with { type: 'json' }
var spdx_license_ids_default = [
  "0BSD",
  "3D-Slicer-1.0",
  "AAL",
  "ADSL",
  "AFL-1.1",
  "AFL-1.2",
  "AFL-2.0",
  "AFL-2.1",
  "AFL-3.0",
  "AGPL-1.0-only",
  "AGPL-1.0-or-later",
  "AGPL-3.0-only",
  "AGPL-3.0-or-later",
  "ALGLIB-Documentation",
  "AMD-newlib",
  "AMDPLPA",
  "AML",
  "AML-glslang",
  "AMPAS",
  "ANTLR-PD",
  "ANTLR-PD-fallback",
  "APAFML",
  "APL-1.0",
  "APSL-1.0",
  "APSL-1.1",
  "APSL-1.2",
  "APSL-2.0",
  "ASWF-Digital-Assets-1.0",
  "ASWF-Digital-Assets-1.1",
  "Abstyles",
  "AdaCore-doc",
  "Adobe-2006",
  "Adobe-Display-PostScript",
  "Adobe-Glyph",
  "Adobe-Utopia",
  "Advanced-Cryptics-Dictionary",
  "Afmparse",
  "Aladdin",
  "Apache-1.0",
  "Apache-1.1",
  "Apache-2.0",
  "App-s2p",
  "Arphic-1999",
  "Artistic-1.0",
  "Artistic-1.0-Perl",
  "Artistic-1.0-cl8",
  "Artistic-2.0",
  "Artistic-dist",
  "Aspell-RU",
  "BOLA-1.1",
  "BSD-1-Clause",
  "BSD-2-Clause",
  "BSD-2-Clause-Darwin",
  "BSD-2-Clause-Patent",
  "BSD-2-Clause-Views",
  "BSD-2-Clause-first-lines",
  "BSD-2-Clause-pkgconf-disclaimer",
  "BSD-2-Clause-pos-unchanged",
  "BSD-3-Clause",
  "BSD-3-Clause-Attribution",
  "BSD-3-Clause-Clear",
  "BSD-3-Clause-HP",
  "BSD-3-Clause-LBNL",
  "BSD-3-Clause-Modification",
  "BSD-3-Clause-No-Military-License",
  "BSD-3-Clause-No-Nuclear-License",
  "BSD-3-Clause-No-Nuclear-License-2014",
  "BSD-3-Clause-No-Nuclear-Warranty",
  "BSD-3-Clause-Open-MPI",
  "BSD-3-Clause-OpenWebUI",
  "BSD-3-Clause-Sun",
  "BSD-3-Clause-Tso",
  "BSD-3-Clause-acpica",
  "BSD-3-Clause-flex",
  "BSD-4-Clause",
  "BSD-4-Clause-Shortened",
  "BSD-4-Clause-UC",
  "BSD-4.3RENO",
  "BSD-4.3TAHOE",
  "BSD-Advertising-Acknowledgement",
  "BSD-Attribution-HPND-disclaimer",
  "BSD-Inferno-Nettverk",
  "BSD-Mark-Modifications",
  "BSD-Protection",
  "BSD-Source-Code",
  "BSD-Source-Code-no-disclaimer",
  "BSD-Source-alt-GPL",
  "BSD-Source-beginning-file",
  "BSD-Systemics",
  "BSD-Systemics-W3Works",
  "BSD-ask-to-endorse",
  "BSL-1.0",
  "BUSL-1.1",
  "Baekmuk",
  "Bahyph",
  "Barr",
  "Beerware",
  "BitTorrent-1.0",
  "BitTorrent-1.1",
  "Bitstream-Charter",
  "Bitstream-Vera",
  "BlueOak-1.0.0",
  "Boehm-GC",
  "Boehm-GC-without-fee",
  "Borceux",
  "Brian-Gladman-2-Clause",
  "Brian-Gladman-3-Clause",
  "Brian-Gladman-3-Clause-no-conversion",
  "Buddy",
  "Bugroff",
  "C-UDA-1.0",
  "CAL-1.0",
  "CAL-1.0-Combined-Work-Exception",
  "CAPEC-tou",
  "CATOSL-1.1",
  "CC-BY-1.0",
  "CC-BY-2.0",
  "CC-BY-2.5",
  "CC-BY-2.5-AU",
  "CC-BY-3.0",
  "CC-BY-3.0-AT",
  "CC-BY-3.0-AU",
  "CC-BY-3.0-DE",
  "CC-BY-3.0-IGO",
  "CC-BY-3.0-NL",
  "CC-BY-3.0-US",
  "CC-BY-4.0",
  "CC-BY-NC-1.0",
  "CC-BY-NC-2.0",
  "CC-BY-NC-2.5",
  "CC-BY-NC-3.0",
  "CC-BY-NC-3.0-DE",
  "CC-BY-NC-3.0-IGO",
  "CC-BY-NC-4.0",
  "CC-BY-NC-ND-1.0",
  "CC-BY-NC-ND-2.0",
  "CC-BY-NC-ND-2.5",
  "CC-BY-NC-ND-3.0",
  "CC-BY-NC-ND-3.0-DE",
  "CC-BY-NC-ND-3.0-IGO",
  "CC-BY-NC-ND-4.0",
  "CC-BY-NC-SA-1.0",
  "CC-BY-NC-SA-2.0",
  "CC-BY-NC-SA-2.0-DE",
  "CC-BY-NC-SA-2.0-FR",
  "CC-BY-NC-SA-2.0-UK",
  "CC-BY-NC-SA-2.5",
  "CC-BY-NC-SA-3.0",
  "CC-BY-NC-SA-3.0-DE",
  "CC-BY-NC-SA-3.0-IGO",
  "CC-BY-NC-SA-4.0",
  "CC-BY-ND-1.0",
  "CC-BY-ND-2.0",
  "CC-BY-ND-2.5",
  "CC-BY-ND-3.0",
  "CC-BY-ND-3.0-DE",
  "CC-BY-ND-4.0",
  "CC-BY-SA-1.0",
  "CC-BY-SA-2.0",
  "CC-BY-SA-2.0-UK",
  "CC-BY-SA-2.1-JP",
  "CC-BY-SA-2.5",
  "CC-BY-SA-3.0",
  "CC-BY-SA-3.0-AT",
  "CC-BY-SA-3.0-DE",
  "CC-BY-SA-3.0-IGO",
  "CC-BY-SA-4.0",
  "CC-PDDC",
  "CC-PDM-1.0",
  "CC-SA-1.0",
  "CC0-1.0",
  "CDDL-1.0",
  "CDDL-1.1",
  "CDL-1.0",
  "CDLA-Permissive-1.0",
  "CDLA-Permissive-2.0",
  "CDLA-Sharing-1.0",
  "CECILL-1.0",
  "CECILL-1.1",
  "CECILL-2.0",
  "CECILL-2.1",
  "CECILL-B",
  "CECILL-C",
  "CERN-OHL-1.1",
  "CERN-OHL-1.2",
  "CERN-OHL-P-2.0",
  "CERN-OHL-S-2.0",
  "CERN-OHL-W-2.0",
  "CFITSIO",
  "CMU-Mach",
  "CMU-Mach-nodoc",
  "CNRI-Jython",
  "CNRI-Python",
  "CNRI-Python-GPL-Compatible",
  "COIL-1.0",
  "CPAL-1.0",
  "CPL-1.0",
  "CPOL-1.02",
  "CUA-OPL-1.0",
  "Caldera",
  "Caldera-no-preamble",
  "Catharon",
  "ClArtistic",
  "Clips",
  "Community-Spec-1.0",
  "Condor-1.1",
  "Cornell-Lossless-JPEG",
  "Cronyx",
  "Crossword",
  "CryptoSwift",
  "CrystalStacker",
  "Cube",
  "D-FSL-1.0",
  "DEC-3-Clause",
  "DL-DE-BY-2.0",
  "DL-DE-ZERO-2.0",
  "DOC",
  "DRL-1.0",
  "DRL-1.1",
  "DSDP",
  "DocBook-DTD",
  "DocBook-Schema",
  "DocBook-Stylesheet",
  "DocBook-XML",
  "Dotseqn",
  "ECL-1.0",
  "ECL-2.0",
  "EFL-1.0",
  "EFL-2.0",
  "EPICS",
  "EPL-1.0",
  "EPL-2.0",
  "ESA-PL-permissive-2.4",
  "ESA-PL-strong-copyleft-2.4",
  "ESA-PL-weak-copyleft-2.4",
  "EUDatagrid",
  "EUPL-1.0",
  "EUPL-1.1",
  "EUPL-1.2",
  "Elastic-2.0",
  "Entessa",
  "ErlPL-1.1",
  "Eurosym",
  "FBM",
  "FDK-AAC",
  "FDK-MPEG-H",
  "FSFAP",
  "FSFAP-no-warranty-disclaimer",
  "FSFUL",
  "FSFULLR",
  "FSFULLRSD",
  "FSFULLRWD",
  "FSL-1.1-ALv2",
  "FSL-1.1-MIT",
  "FTL",
  "Fair",
  "Ferguson-Twofish",
  "Frameworx-1.0",
  "FreeBSD-DOC",
  "FreeImage",
  "Furuseth",
  "GCR-docs",
  "GD",
  "GFDL-1.1-invariants-only",
  "GFDL-1.1-invariants-or-later",
  "GFDL-1.1-no-invariants-only",
  "GFDL-1.1-no-invariants-or-later",
  "GFDL-1.1-only",
  "GFDL-1.1-or-later",
  "GFDL-1.2-invariants-only",
  "GFDL-1.2-invariants-or-later",
  "GFDL-1.2-no-invariants-only",
  "GFDL-1.2-no-invariants-or-later",
  "GFDL-1.2-only",
  "GFDL-1.2-or-later",
  "GFDL-1.3-invariants-only",
  "GFDL-1.3-invariants-or-later",
  "GFDL-1.3-no-invariants-only",
  "GFDL-1.3-no-invariants-or-later",
  "GFDL-1.3-only",
  "GFDL-1.3-or-later",
  "GL2PS",
  "GLWTPL",
  "GPL-1.0-only",
  "GPL-1.0-or-later",
  "GPL-2.0-only",
  "GPL-2.0-or-later",
  "GPL-3.0-only",
  "GPL-3.0-or-later",
  "Game-Programming-Gems",
  "Giftware",
  "Glide",
  "Glulxe",
  "Graphics-Gems",
  "Gutmann",
  "HDF5",
  "HIDAPI",
  "HP-1986",
  "HP-1989",
  "HPND",
  "HPND-DEC",
  "HPND-Fenneberg-Livingston",
  "HPND-INRIA-IMAG",
  "HPND-Intel",
  "HPND-Kevlin-Henney",
  "HPND-MIT-disclaimer",
  "HPND-Markus-Kuhn",
  "HPND-Netrek",
  "HPND-Pbmplus",
  "HPND-SMC",
  "HPND-UC",
  "HPND-UC-export-US",
  "HPND-doc",
  "HPND-doc-sell",
  "HPND-export-US",
  "HPND-export-US-acknowledgement",
  "HPND-export-US-modify",
  "HPND-export2-US",
  "HPND-merchantability-variant",
  "HPND-sell-MIT-disclaimer-xserver",
  "HPND-sell-regexpr",
  "HPND-sell-variant",
  "HPND-sell-variant-MIT-disclaimer",
  "HPND-sell-variant-MIT-disclaimer-rev",
  "HPND-sell-variant-critical-systems",
  "HTMLTIDY",
  "HaskellReport",
  "Hippocratic-2.1",
  "Hippocratic-3.0-core",
  "IBM-pibs",
  "ICU",
  "IEC-Code-Components-EULA",
  "IJG",
  "IJG-short",
  "IPA",
  "IPL-1.0",
  "ISC",
  "ISC-Veillard",
  "ISO-permission",
  "ImageMagick",
  "Imlib2",
  "Info-ZIP",
  "Informatica",
  "Inner-Net-2.0",
  "InnoSetup",
  "Intel",
  "Intel-ACPI",
  "Interbase-1.0",
  "JPL-image",
  "JPNIC",
  "JSON",
  "Jam",
  "JasPer-2.0",
  "Kastrup",
  "Kazlib",
  "Knuth-CTAN",
  "LAL-1.2",
  "LAL-1.3",
  "LGPL-2.0-only",
  "LGPL-2.0-or-later",
  "LGPL-2.1-only",
  "LGPL-2.1-or-later",
  "LGPL-3.0-only",
  "LGPL-3.0-or-later",
  "LGPLLR",
  "LOOP",
  "LPD-document",
  "LPL-1.0",
  "LPL-1.02",
  "LPPL-1.0",
  "LPPL-1.1",
  "LPPL-1.2",
  "LPPL-1.3a",
  "LPPL-1.3c",
  "LZMA-SDK-9.11-to-9.20",
  "LZMA-SDK-9.22",
  "Latex2e",
  "Latex2e-translated-notice",
  "Leptonica",
  "LiLiQ-P-1.1",
  "LiLiQ-R-1.1",
  "LiLiQ-Rplus-1.1",
  "Libpng",
  "Linux-OpenIB",
  "Linux-man-pages-1-para",
  "Linux-man-pages-copyleft",
  "Linux-man-pages-copyleft-2-para",
  "Linux-man-pages-copyleft-var",
  "Lucida-Bitmap-Fonts",
  "MIPS",
  "MIT",
  "MIT-0",
  "MIT-CMU",
  "MIT-Click",
  "MIT-Festival",
  "MIT-Khronos-old",
  "MIT-Modern-Variant",
  "MIT-STK",
  "MIT-Wu",
  "MIT-advertising",
  "MIT-enna",
  "MIT-feh",
  "MIT-open-group",
  "MIT-testregex",
  "MITNFA",
  "MMIXware",
  "MMPL-1.0.1",
  "MPEG-SSG",
  "MPL-1.0",
  "MPL-1.1",
  "MPL-2.0",
  "MPL-2.0-no-copyleft-exception",
  "MS-LPL",
  "MS-PL",
  "MS-RL",
  "MTLL",
  "MVT-1.1",
  "Mackerras-3-Clause",
  "Mackerras-3-Clause-acknowledgment",
  "MakeIndex",
  "Martin-Birgmeier",
  "McPhee-slideshow",
  "Minpack",
  "MirOS",
  "Motosoto",
  "MulanPSL-1.0",
  "MulanPSL-2.0",
  "Multics",
  "Mup",
  "NAIST-2003",
  "NASA-1.3",
  "NBPL-1.0",
  "NCBI-PD",
  "NCGL-UK-2.0",
  "NCL",
  "NCSA",
  "NGPL",
  "NICTA-1.0",
  "NIST-PD",
  "NIST-PD-TNT",
  "NIST-PD-fallback",
  "NIST-Software",
  "NLOD-1.0",
  "NLOD-2.0",
  "NLPL",
  "NOSL",
  "NPL-1.0",
  "NPL-1.1",
  "NPOSL-3.0",
  "NRL",
  "NTIA-PD",
  "NTP",
  "NTP-0",
  "Naumen",
  "NetCDF",
  "Newsletr",
  "Nokia",
  "Noweb",
  "O-UDA-1.0",
  "OAR",
  "OCCT-PL",
  "OCLC-2.0",
  "ODC-By-1.0",
  "ODbL-1.0",
  "OFFIS",
  "OFL-1.0",
  "OFL-1.0-RFN",
  "OFL-1.0-no-RFN",
  "OFL-1.1",
  "OFL-1.1-RFN",
  "OFL-1.1-no-RFN",
  "OGC-1.0",
  "OGDL-Taiwan-1.0",
  "OGL-Canada-2.0",
  "OGL-UK-1.0",
  "OGL-UK-2.0",
  "OGL-UK-3.0",
  "OGTSL",
  "OLDAP-1.1",
  "OLDAP-1.2",
  "OLDAP-1.3",
  "OLDAP-1.4",
  "OLDAP-2.0",
  "OLDAP-2.0.1",
  "OLDAP-2.1",
  "OLDAP-2.2",
  "OLDAP-2.2.1",
  "OLDAP-2.2.2",
  "OLDAP-2.3",
  "OLDAP-2.4",
  "OLDAP-2.5",
  "OLDAP-2.6",
  "OLDAP-2.7",
  "OLDAP-2.8",
  "OLFL-1.3",
  "OML",
  "OPL-1.0",
  "OPL-UK-3.0",
  "OPUBL-1.0",
  "OSC-1.0",
  "OSET-PL-2.1",
  "OSL-1.0",
  "OSL-1.1",
  "OSL-2.0",
  "OSL-2.1",
  "OSL-3.0",
  "OSSP",
  "OpenMDW-1.0",
  "OpenPBS-2.3",
  "OpenSSL",
  "OpenSSL-standalone",
  "OpenVision",
  "PADL",
  "PDDL-1.0",
  "PHP-3.0",
  "PHP-3.01",
  "PPL",
  "PSF-2.0",
  "ParaType-Free-Font-1.3",
  "Parity-6.0.0",
  "Parity-7.0.0",
  "Pixar",
  "Plexus",
  "PolyForm-Noncommercial-1.0.0",
  "PolyForm-Small-Business-1.0.0",
  "PostgreSQL",
  "Python-2.0",
  "Python-2.0.1",
  "QPL-1.0",
  "QPL-1.0-INRIA-2004",
  "Qhull",
  "RHeCos-1.1",
  "RPL-1.1",
  "RPL-1.5",
  "RPSL-1.0",
  "RSA-MD",
  "RSCPL",
  "Rdisc",
  "Ruby",
  "Ruby-pty",
  "SAX-PD",
  "SAX-PD-2.0",
  "SCEA",
  "SGI-B-1.0",
  "SGI-B-1.1",
  "SGI-B-2.0",
  "SGI-OpenGL",
  "SGMLUG-PM",
  "SGP4",
  "SHL-0.5",
  "SHL-0.51",
  "SISSL",
  "SISSL-1.2",
  "SL",
  "SMAIL-GPL",
  "SMLNJ",
  "SMPPL",
  "SNIA",
  "SOFA",
  "SPL-1.0",
  "SSH-OpenSSH",
  "SSH-short",
  "SSLeay-standalone",
  "SSPL-1.0",
  "SUL-1.0",
  "SWL",
  "Saxpath",
  "SchemeReport",
  "Sendmail",
  "Sendmail-8.23",
  "Sendmail-Open-Source-1.1",
  "SimPL-2.0",
  "Sleepycat",
  "Soundex",
  "Spencer-86",
  "Spencer-94",
  "Spencer-99",
  "SugarCRM-1.1.3",
  "Sun-PPP",
  "Sun-PPP-2000",
  "SunPro",
  "Symlinks",
  "TAPR-OHL-1.0",
  "TCL",
  "TCP-wrappers",
  "TGPPL-1.0",
  "TMate",
  "TORQUE-1.1",
  "TOSL",
  "TPDL",
  "TPL-1.0",
  "TTWL",
  "TTYP0",
  "TU-Berlin-1.0",
  "TU-Berlin-2.0",
  "TekHVC",
  "TermReadKey",
  "ThirdEye",
  "TrustedQSL",
  "UCAR",
  "UCL-1.0",
  "UMich-Merit",
  "UPL-1.0",
  "URT-RLE",
  "Ubuntu-font-1.0",
  "UnRAR",
  "Unicode-3.0",
  "Unicode-DFS-2015",
  "Unicode-DFS-2016",
  "Unicode-TOU",
  "UnixCrypt",
  "Unlicense",
  "Unlicense-libtelnet",
  "Unlicense-libwhirlpool",
  "VOSTROM",
  "VSL-1.0",
  "Vim",
  "Vixie-Cron",
  "W3C",
  "W3C-19980720",
  "W3C-20150513",
  "WTFNMFPL",
  "WTFPL",
  "Watcom-1.0",
  "Widget-Workshop",
  "WordNet",
  "Wsuipa",
  "X11",
  "X11-distribute-modifications-variant",
  "X11-no-permit-persons",
  "X11-swapped",
  "XFree86-1.1",
  "XSkat",
  "Xdebug-1.03",
  "Xerox",
  "Xfig",
  "Xnet",
  "YPL-1.0",
  "YPL-1.1",
  "ZPL-1.1",
  "ZPL-2.0",
  "ZPL-2.1",
  "Zed",
  "Zeeff",
  "Zend-2.0",
  "Zimbra-1.3",
  "Zimbra-1.4",
  "Zlib",
  "any-OSI",
  "any-OSI-perl-modules",
  "atc-game",
  "bcrypt-Solar-Designer",
  "blessing",
  "bzip2-1.0.6",
  "check-cvs",
  "checkmk",
  "copyleft-next-0.3.0",
  "copyleft-next-0.3.1",
  "curl",
  "cve-tou",
  "diffmark",
  "dtoa",
  "dvipdfm",
  "eGenix",
  "etalab-2.0",
  "fwlw",
  "gSOAP-1.3b",
  "generic-xts",
  "gnuplot",
  "gtkbook",
  "hdparm",
  "hyphen-bulgarian",
  "iMatix",
  "jove",
  "libpng-1.6.35",
  "libpng-2.0",
  "libselinux-1.0",
  "libtiff",
  "libutil-David-Nugent",
  "lsof",
  "magaz",
  "mailprio",
  "man2html",
  "metamail",
  "mpi-permissive",
  "mpich2",
  "mplus",
  "ngrep",
  "pkgconf",
  "pnmstitch",
  "psfrag",
  "psutils",
  "python-ldap",
  "radvd",
  "snprintf",
  "softSurfer",
  "ssh-keyscan",
  "swrule",
  "threeparttable",
  "ulem",
  "w3m",
  "wwl",
  "xinetd",
  "xkeyboard-config-Zinoviev",
  "xlock",
  "xpp",
  "xzoom",
  "zlib-acknowledgement"
];

// server/src/oci/licenses.ts
var longest4 = 1e3;
function isLicenseExpression(text2) {
  if (text2.length > longest4) return true;
  try {
    (0, import_spdx_expression_parse.default)(text2);
    return true;
  } catch {
    return false;
  }
}
var usualNames = {
  ...{
    apache: "Apache-2.0",
    apache2: "Apache-2.0",
    apachev2: "Apache-2.0",
    apachelicense: "Apache-2.0",
    asl20: "Apache-2.0"
  },
  ...{ apachelicense20: "Apache-2.0", apachelicense2: "Apache-2.0", apachelicenseversion20: "Apache-2.0" },
  ...{ mitlicense: "MIT", themitlicense: "MIT", expat: "MIT", isclicense: "ISC", unlicense: "Unlicense" },
  ...{
    bsd: "BSD-3-Clause",
    bsd2: "BSD-2-Clause",
    bsd3: "BSD-3-Clause",
    newbsd: "BSD-3-Clause",
    simplifiedbsd: "BSD-2-Clause"
  },
  ...{ gpl2: "GPL-2.0-only", gplv2: "GPL-2.0-only", gpl20: "GPL-2.0-only", gplv2only: "GPL-2.0-only" },
  ...{ gplv2orlater: "GPL-2.0-or-later", "gplv2+": "GPL-2.0-or-later", "gpl2+": "GPL-2.0-or-later" },
  ...{ gpl3: "GPL-3.0-only", gplv3: "GPL-3.0-only", gpl30: "GPL-3.0-only", gplv3only: "GPL-3.0-only" },
  ...{ gplv3orlater: "GPL-3.0-or-later", "gplv3+": "GPL-3.0-or-later", "gpl3+": "GPL-3.0-or-later" },
  ...{
    lgplv2: "LGPL-2.1-only",
    lgpl21: "LGPL-2.1-only",
    lgplv21: "LGPL-2.1-only",
    lgplv3: "LGPL-3.0-only",
    lgpl3: "LGPL-3.0-only"
  },
  ...{ agpl3: "AGPL-3.0-only", agplv3: "AGPL-3.0-only", agpl30: "AGPL-3.0-only" },
  ...{ mpl2: "MPL-2.0", mplv2: "MPL-2.0", mpl: "MPL-2.0", epl2: "EPL-2.0", cc0: "CC0-1.0", zliblicense: "Zlib" }
};
var exactNames = late(() => new Map(spdx_license_ids_default.map((name) => [plainOf3(name), name])));
function licenseMeantBy(text2) {
  if (text2.length > 200) return void 0;
  const parts = text2.split(/(\s+(?:and|or|with)\s+|\s*[,;&/|]+\s*|[()])/i);
  const isList2 = parts.some((part, i2) => i2 % 2 === 1 && /[,;&/|]/.test(part));
  const written = parts.map((part, i2) => i2 % 2 === 1 ? joinedBy(part) : identifierMeantBy(part));
  if (written.includes(void 0)) return void 0;
  const meant = written.join("");
  const isSpelling = !isList2 && parts.every((part, i2) => i2 % 2 === 1 || part === "" || exactNames().has(plainOf3(part)));
  return meant !== text2 && isLicenseExpression(meant) ? { text: meant, isExact: isSpelling } : void 0;
}
function joinedBy(separator) {
  const word = separator.trim().toUpperCase();
  if (word === "(" || word === ")") return word;
  if (/^[A-Z]+$/.test(word)) return ` ${word} `;
  return /[/|]/.test(word) ? " OR " : " AND ";
}
function identifierMeantBy(name) {
  const trimmed = name.trim();
  if (trimmed === "" || isLicenseExpression(trimmed)) return trimmed;
  const plain = plainOf3(trimmed);
  return exactNames().get(plain) ?? (Object.hasOwn(usualNames, plain) ? usualNames[plain] : void 0);
}
function plainOf3(name) {
  return name.toLowerCase().replace(/[\s._-]/g, "");
}

// server/src/rules/annotation/annotation-licenses.ts
var licenses = "org.opencontainers.image.licenses";
var words2 = /* @__PURE__ */ new Set(["NONE", "NOASSERTION"]);
var annotationLicenses = {
  meta: {
    id: "annotation-licenses",
    title: "Licenses are not an SPDX expression",
    kinds: annotatedKinds,
    severity: "warning",
    profile: "spec",
    clauses: ["annotation-licenses-spdx"],
    fixable: true
  },
  concernsKey: (key) => key === licenses,
  checkAnnotation({ value, text: text2 }, around) {
    if (value === void 0 || text2 === void 0 || words2.has(text2) || isExpression(text2, around)) return;
    return findingOf8(value, text2);
  }
};
var isExpression = onceEach(isLicenseExpression);
function findingOf8(node, text2) {
  const meant = licenseMeantBy(text2);
  const start = "Not a valid SPDX license expression";
  if (meant === void 0) {
    const message4 = `${start}. Use SPDX identifiers, as in "Apache-2.0 OR MIT".`;
    return findingAtValue(node, message4, { clause: "annotation-licenses-spdx" });
  }
  const edits = [replaceValue(node, JSON.stringify(meant.text))];
  return findingAtValue(node, `${start}. Did you mean ${quoted(meant.text)}?`, {
    clause: "annotation-licenses-spdx",
    fixes: [{ title: `Replace with ${meant.text}`, edits, isSafe: meant.isExact }]
  });
}

// server/src/oci/reference-name.ts
var component = "[A-Za-z0-9]+(?:(?:--|[-._:@+])[A-Za-z0-9]+)*";
var grammar2 = new RegExp(`^${component}(?:/${component})*$`);
var longest5 = 1024;
var foreign = /[^A-Za-z0-9\-._:@/+]/u;
function isReferenceName(text2) {
  return text2.length <= longest5 && grammar2.test(text2);
}
function foreignSignIn(text2) {
  return foreign.exec(text2)?.[0];
}

// server/src/rules/annotation/annotation-ref-name.ts
var annotationRefName = {
  meta: {
    id: "annotation-ref-name",
    title: "Invalid reference name",
    kinds: ["index", "descriptor"],
    severity: "warning",
    profile: "spec",
    clauses: ["annotation-ref-name-characters", "annotation-ref-name-grammar"],
    fixable: false
  },
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ value, place }, { kind, hints }) {
    const text2 = stringOf(value);
    if (hasTraits(kind, "oci", "lists-manifests") && (place !== "index-entry" || hints.isBlob === true)) return;
    if (value === void 0 || text2 === void 0 || isReferenceName(text2)) return;
    if (text2 === "") {
      return findingAtValue(value, "Reference name is empty. Set or remove it.", {
        clause: "annotation-ref-name-grammar"
      });
    }
    const bad = foreignSignIn(text2);
    const why = bad === void 0 ? "misplaced or doubled separator" : `${quoted(bad)} is not allowed`;
    return findingAtValue(value, `Invalid reference name ${quoted(text2)}: ${why}.`, {
      clause: bad === void 0 ? "annotation-ref-name-grammar" : "annotation-ref-name-characters"
    });
  }
};

// server/src/rules/annotation/annotation-url.ts
var keys = [
  "org.opencontainers.image.url",
  "org.opencontainers.image.documentation",
  "org.opencontainers.image.source"
];
var annotationUrl = {
  meta: {
    id: "annotation-url",
    title: "Annotation value is not a URL",
    kinds: annotatedKinds,
    severity: "information",
    profile: "spec",
    clauses: ["annotation-url-values"],
    fixable: true
  },
  concernsKey: (key) => keys.includes(key),
  checkAnnotation({ value, text: text2 }) {
    return value === void 0 || text2 === void 0 || isUrl(text2) ? void 0 : findingOf9(value, text2);
  }
};
function isUrl(text2) {
  return /^https?:\/\/[^\s/]\S*$/i.test(text2) || /^[a-z][a-z0-9+.-]*:\S+$/i.test(text2) && !/^https?:/i.test(text2);
}
function findingOf9(node, text2) {
  const meant = urlMeantBy(text2);
  const message4 = `Not a valid URL: ${quoted(text2)}. Use ${quoted(meant ?? "https://example.com/app")}.`;
  const fixes = meant === void 0 ? [] : [{ title: `Replace with ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: false }];
  return findingAtValue(node, message4, { clause: "annotation-url-values", fixes });
}
function urlMeantBy(text2) {
  const ssh = /^git@([A-Za-z0-9.-]+):([^\s:]+?)(?:\.git)?$/.exec(text2);
  if (ssh !== null) return `https://${ssh[1]}/${ssh[2]}`;
  return /^(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:\/\S*)?$/.test(text2) ? `https://${text2}` : void 0;
}

// server/src/oci/base64.ts
var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var values = new Int8Array(128).fill(-1);
for (let i2 = 0; i2 < alphabet.length; i2++) values[alphabet.charCodeAt(i2)] = i2;
function readBase64(text2) {
  const end = text2.endsWith("==") ? text2.length - 2 : text2.endsWith("=") ? text2.length - 1 : text2.length;
  const bytes = new Uint8Array(Math.floor(end * 3 / 4));
  let bits = 0;
  let held = 0;
  let size = 0;
  for (let i2 = 0; i2 < end; i2++) {
    const code = text2.charCodeAt(i2);
    const value = values[code] ?? -1;
    if (value < 0) return { problem: characterProblemOf(text2.charAt(i2)), at: i2 };
    held = held << 6 | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[size++] = held >> bits & 255;
    }
  }
  if (text2.length % 4 !== 0) return { problem: end === text2.length ? "missing-padding" : "bad-padding", at: end };
  if (bits === 6) return { problem: "bad-padding", at: end };
  if ((held & (1 << bits) - 1) !== 0) return { problem: "stray-bits", at: end - 1 };
  return { bytes };
}
function characterProblemOf(character) {
  if (character === "-" || character === "_") return "url-alphabet";
  if (character === "=") return "bad-padding";
  return /\s/.test(character) ? "blank" : "bad-character";
}

// server/src/rules/annotation/annotation-value.ts
var annotationValue = {
  meta: {
    id: "annotation-value",
    title: "Invalid annotation value",
    kinds: ["index", "manifest", "descriptor", "artifact-manifest", "oras-artifact-manifest"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  concernsKey: (key) => !key.startsWith("org.opencontainers.image.") && annotationInfoOf(key) !== void 0,
  checkAnnotation({ member, value, text: text2 }) {
    const info = annotationInfoOf(member.name);
    if (info === void 0 || value === void 0 || text2 === void 0 || readsAs(info.value, text2)) return;
    return findingAtValue(value, `Invalid value ${quoted(text2)}: ${info.ecosystem} expects ${nameOf[info.value]}.`);
  }
};
var longest6 = 64 * 1024;
var forms = {
  string: () => true,
  "spdx-expression": () => true,
  "ref-name": () => true,
  rfc3339: isDateTime,
  date: (text2) => isDateTime(text2) || dateTimeMeantBy(text2) !== void 0,
  url: (text2) => /^https?:\/\/\S+$/i.test(text2),
  uri: (text2) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text2),
  digest: (text2) => digestProblemOf(text2) === void 0,
  "image-reference": (text2) => readImageReference(text2) !== void 0,
  "media-type": (text2) => mediaTypeProblemOf(text2) === void 0,
  boolean: (text2) => text2 === "true" || text2 === "false",
  integer: (text2) => /^-?[0-9]+$/.test(text2),
  json: isJson,
  base64: (text2) => readBase64(text2).problem === void 0
};
var nameOf = {
  string: "text",
  "spdx-expression": "an SPDX expression",
  "ref-name": "a reference name",
  rfc3339: 'an RFC 3339 date and time, such as "2024-05-01T12:00:00Z"',
  date: "a date",
  url: "a URL",
  uri: "a URI",
  digest: 'a digest, such as "sha256:" and 64 hex digits',
  "image-reference": "an image reference",
  "media-type": "a media type",
  boolean: '"true" or "false"',
  integer: "a whole number",
  json: "JSON",
  base64: "base64"
};
function readsAs(value, text2) {
  return text2.length > longest6 || forms[value](text2);
}
function isJson(text2) {
  try {
    JSON.parse(text2);
    return true;
  } catch {
    return false;
  }
}

// server/src/rules/annotation/ref-name-place.ts
var message = "Reference names only apply to entries of index.json. Use org.opencontainers.image.title here.";
var refNamePlace = {
  meta: {
    id: "ref-name-place",
    title: "Reference name outside index.json",
    kinds: ["index", "manifest"],
    severity: "warning",
    profile: "spec",
    clauses: ["layout-ref-name-place"],
    fixable: true
  },
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ member, place }, { hints, json }) {
    if (place === "index-entry" && hints.isBlob !== true) return;
    const fixes = [{ title: "Remove reference name", edits: [removeMember(json, member)], isSafe: false }];
    return findingAtName(member, message, { clause: "layout-ref-name-place", fixes });
  }
};

// server/src/rules/annotation/ref-name-tag.ts
var refNameTag = {
  meta: {
    id: "ref-name-tag",
    title: "Reference name is not a valid tag",
    kinds: ["index"],
    severity: "information",
    profile: "portable",
    clauses: ["dist-tag", "layout-ref-name-free"],
    fixable: false
  },
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ value, text: text2, place }) {
    if (place !== "index-entry" || value === void 0 || text2 === void 0) return;
    if (isTag(text2) || readImageReference(text2)?.host !== void 0) return;
    const message4 = `Not a valid tag: ${quoted(text2)}. Use up to 128 letters, digits, _ . or -.`;
    return findingAtValue(value, message4, { clause: "dist-tag" });
  }
};

// server/src/rules/annotation/ref-name-unique.ts
var refNameUnique = {
  meta: {
    id: "ref-name-unique",
    title: "Duplicate reference name in index.json",
    kinds: ["index"],
    severity: "warning",
    profile: "recommended",
    clauses: ["layout-ref-name-unique"],
    fixable: false
  },
  *check(document) {
    if (document.hints.isBlob === true) return;
    for (const twins of entriesByName(document).twins) {
      const [earlier, ...others] = twins.flatMap(({ annotations: annotations2 }) => valueOf(annotations2, refNameKey) ?? []);
      for (const value of others) yield findingOf10(value, earlier);
    }
  }
};
var entriesByName = tallied(({ role, annotations: annotations2 }) => {
  const name = role === "manifest" ? stringAt(annotations2, refNameKey) : void 0;
  if (!name) return void 0;
  const fullName = stringAt(annotations2, "io.containerd.image.name");
  return fullName === void 0 ? name : `${name} ${fullName}`;
});
function findingOf10(value, earlier) {
  const message4 = `Duplicate reference name ${quoted(stringOf(value) ?? "")}: tools use the first or none.`;
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: "Other entry" }];
  return findingAtValue(value, message4, { clause: "layout-ref-name-unique", related });
}

// server/src/oci/facts/artifact-profiles/deployments.ts
var deploymentProfiles = [
  { ecosystem: "Helm", rows: [
    {
      id: "helm-chart",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 2,
      title: "Helm chart",
      summary: "One packaged chart, with its provenance file when signed.",
      note: "Helm 4 sets no artifactType on charts. The legacy chart layer application/tar+gzip is still read. Title and version come from Chart.yaml and cannot be overridden by chart annotations.",
      config: ["application/vnd.cncf.helm.config.v1+json"],
      layers: [
        { types: ["application/vnd.cncf.helm.chart.content.v1.tar+gzip"], min: 1, max: 1 },
        { types: ["application/vnd.cncf.helm.chart.provenance.v1.prov"], min: 0, max: 1 }
      ],
      annotations: [
        "org.opencontainers.image.title",
        "org.opencontainers.image.version",
        "org.opencontainers.image.description",
        "org.opencontainers.image.created",
        "org.opencontainers.image.url",
        "org.opencontainers.image.source",
        "org.opencontainers.image.authors"
      ]
    },
    {
      id: "helm-plugin",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.helm.plugin.v1+json",
      title: "Helm plugin",
      summary: "Plugin archive named NAME-VERSION.tgz by its title.",
      note: "config.mediaType with the same value is accepted when artifactType is absent.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.v1.tar", "application/vnd.oci.image.layer.v1.tar+gzip"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"],
          note: "title NAME-VERSION.tgz"
        },
        {
          types: ["application/vnd.oci.image.layer.v1.tar", "application/vnd.oci.image.layer.v1.tar+gzip"],
          min: 0,
          max: 1,
          annotations: ["org.opencontainers.image.title"],
          note: "title NAME-VERSION.tgz.prov"
        }
      ]
    }
  ] },
  { ecosystem: "Flux", rows: [
    {
      id: "flux",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 6,
      title: "Flux artifact",
      summary: "Kubernetes manifests for Flux.",
      config: ["application/vnd.cncf.flux.config.v1+json"],
      layers: [
        { types: ["application/vnd.cncf.flux.content.v1.tar+gzip"], min: 1, max: 1 }
      ],
      annotations: [
        "org.opencontainers.image.created",
        "org.opencontainers.image.source",
        "org.opencontainers.image.revision"
      ]
    }
  ] },
  { ecosystem: "Timoni", rows: [
    {
      id: "timoni",
      document: "manifest",
      identifiedBy: "config",
      title: "Timoni module",
      summary: "CUE module for Kubernetes.",
      config: ["application/vnd.timoni.config.v1+json"],
      layers: [
        { types: ["application/vnd.timoni.content.v1.tar+gzip"], min: 1, annotations: ["sh.timoni.content.type"] }
      ],
      annotations: [
        "org.opencontainers.image.created",
        "org.opencontainers.image.source",
        "org.opencontainers.image.revision"
      ]
    }
  ] },
  { ecosystem: "Argo", rows: [
    {
      id: "argocd-content",
      document: "manifest",
      identifiedBy: "layers",
      title: "Argo CD content",
      summary: "Manifests for Argo CD: one archive layer.",
      config: ["application/vnd.oci.empty.v1+json", "application/vnd.unknown.config.v1+json"],
      layers: [
        { types: [
          "application/vnd.oci.image.layer.v1.tar+gzip",
          "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
          "application/vnd.cncf.argoproj.argocd.content.v1.tar+gzip"
        ], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "OPA/Conftest", rows: [
    {
      id: "opa-bundle",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 12,
      title: "OPA or Conftest bundle",
      summary: "Rego policies and data, one file per layer.",
      config: ["application/vnd.cncf.openpolicyagent.config.v1+json", "application/vnd.unknown.config.v1+json"],
      layers: [
        { types: ["application/vnd.cncf.openpolicyagent.manifest.layer.v1+json"], min: 0, max: 1 },
        {
          types: ["application/vnd.cncf.openpolicyagent.policy.layer.v1+rego"],
          min: 1,
          annotations: ["org.opencontainers.image.title"]
        },
        {
          types: ["application/vnd.cncf.openpolicyagent.data.layer.v1+json"],
          min: 0,
          annotations: ["org.opencontainers.image.title"]
        }
      ]
    }
  ] },
  { ecosystem: "Kyverno", rows: [
    {
      id: "kyverno-policies",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 15,
      title: "Kyverno policies",
      summary: "One policy per layer.",
      config: ["application/vnd.cncf.kyverno.config.v1+json"],
      layers: [
        {
          types: ["application/vnd.cncf.kyverno.policy.layer.v1+yaml"],
          min: 1,
          annotations: ["io.kyverno.image.kind", "io.kyverno.image.name", "io.kyverno.image.apiVersion"]
        }
      ]
    }
  ] },
  { ecosystem: "Artifact Hub", rows: [
    {
      id: "artifact-hub-metadata",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.cncf.artifacthub.config.v1+yaml",
      tagScheme: "artifacthub.io",
      title: "Artifact Hub repository metadata",
      summary: "artifacthub-repo.yml under the tag artifacthub.io.",
      config: ["application/vnd.oci.empty.v1+json", "application/vnd.cncf.artifacthub.config.v1+yaml"],
      layers: [
        { types: ["application/vnd.cncf.artifacthub.repository-metadata.layer.v1.yaml"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "Compose", rows: [
    {
      id: "compose-project",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.docker.compose.project",
      usageRank: 16,
      title: "Compose application",
      summary: "Compose files and env files, embedded in their descriptors.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        {
          types: ["application/vnd.docker.compose.file+yaml"],
          min: 1,
          annotations: ["com.docker.compose.file", "com.docker.compose.version"],
          note: "content also in data"
        },
        {
          types: ["application/vnd.docker.compose.envfile"],
          min: 0,
          annotations: ["com.docker.compose.envfile", "com.docker.compose.version"]
        }
      ],
      annotations: ["org.opencontainers.image.created"]
    },
    {
      id: "compose-project-1.0",
      document: "manifest",
      identifiedBy: "config",
      status: "legacy",
      replacedBy: "compose-project",
      title: "Compose application, OCI 1.0",
      summary: "Fallback for registries that refuse artifactType.",
      config: ["application/vnd.docker.compose.config.empty.v1+json"],
      layers: [
        { types: ["application/vnd.docker.compose.file+yaml"], min: 1 },
        { types: ["application/vnd.docker.compose.envfile"], min: 0 }
      ]
    }
  ] },
  { ecosystem: "devcontainers", rows: [
    {
      id: "devcontainer-feature",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 10,
      title: "Dev container feature or template",
      summary: "One tar with the feature or template.",
      note: "The config blob is {} now. Older pushes have the zero-byte blob sha256:e3b0c442....",
      config: ["application/vnd.devcontainers"],
      layers: [
        {
          types: ["application/vnd.devcontainers.layer.v1+tar"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"],
          note: "title devcontainer-feature-<id>.tgz or the like, although the bytes are an uncompressed tar"
        }
      ],
      annotations: ["dev.containers.metadata", "com.github.package.type"]
    },
    {
      id: "devcontainer-collection",
      document: "manifest",
      identifiedBy: "config",
      tagScheme: "latest",
      title: "Dev container collection",
      summary: "List of the features or templates of a namespace, tag latest.",
      config: ["application/vnd.devcontainers"],
      layers: [
        {
          types: ["application/vnd.devcontainers.collection.layer.v1+json"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ],
      annotations: ["com.github.package.type"]
    }
  ] }
];

// server/src/oci/facts/artifact-profiles/images.ts
var imageProfiles = [
  { ecosystem: "OCI", rows: [
    {
      id: "oci-image",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 1,
      otherLayers: "allowed",
      title: "Container image",
      summary: "OCI image for one platform.",
      note: "Further layer types in use: encrypted, estargz (as tar+gzip with annotations), zstd:chunked, Nydus, EROFS.",
      config: ["application/vnd.oci.image.config.v1+json"],
      layers: [
        { types: [
          "application/vnd.oci.image.layer.v1.tar+gzip",
          "application/vnd.oci.image.layer.v1.tar",
          "application/vnd.oci.image.layer.v1.tar+zstd"
        ], min: 1 }
      ]
    },
    {
      id: "oci-index",
      document: "index",
      identifiedBy: "document",
      usageRank: 1,
      title: "Multi-platform image",
      summary: "Index with one manifest per platform, often with attestation manifests behind them.",
      entries: [
        { types: ["application/vnd.oci.image.manifest.v1+json"], min: 0, hasPlatform: true }
      ]
    },
    {
      id: "minimal-artifact",
      document: "manifest",
      identifiedBy: "artifact-type",
      title: "Artifact without content",
      summary: "Annotations only.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/vnd.oci.empty.v1+json"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "Docker", rows: [
    {
      id: "docker-image",
      document: "docker-manifest",
      identifiedBy: "config",
      title: "Docker image",
      summary: "Docker schema 2 image.",
      config: ["application/vnd.docker.container.image.v1+json"],
      layers: [
        { types: [
          "application/vnd.docker.image.rootfs.diff.tar.gzip",
          "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"
        ], min: 1 }
      ]
    },
    {
      id: "docker-plugin",
      document: "docker-manifest",
      identifiedBy: "config",
      title: "Docker Engine plugin",
      summary: "Root file system of an engine plugin.",
      config: ["application/vnd.docker.plugin.v1+json"],
      layers: [
        { types: ["application/vnd.docker.image.rootfs.diff.tar.gzip"], min: 1 }
      ]
    }
  ] },
  { ecosystem: "ORAS", rows: [
    {
      id: "plain-artifact",
      document: "manifest",
      identifiedBy: "artifact-type",
      otherLayers: "allowed",
      title: "Artifact with files",
      summary: "Files in layers, empty config, each file named by title.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: [], min: 1, annotations: ["org.opencontainers.image.title"] }
      ],
      annotations: ["org.opencontainers.image.created"]
    },
    {
      id: "oras-unknown",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.unknown.artifact.v1",
      usageRank: 17,
      otherLayers: "allowed",
      title: "Untyped ORAS push",
      summary: "What oras push writes when nobody chose a type. Worth a hint to choose one.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: [
          "application/vnd.oci.image.layer.v1.tar",
          "application/vnd.oci.image.layer.v1.tar+gzip",
          "application/octet-stream"
        ], min: 0, annotations: ["org.opencontainers.image.title"] }
      ],
      annotations: ["org.opencontainers.image.created"]
    },
    {
      id: "oras-unknown-1.0",
      document: "manifest",
      identifiedBy: "config",
      status: "legacy",
      replacedBy: "oras-unknown",
      otherLayers: "allowed",
      title: "Untyped ORAS push, OCI 1.0",
      summary: "Older form of an untyped push.",
      config: ["application/vnd.unknown.config.v1+json"],
      layers: [
        { types: [
          "application/vnd.oci.image.layer.v1.tar",
          "application/vnd.oci.image.layer.v1.tar+gzip",
          "application/octet-stream"
        ], min: 0, annotations: ["org.opencontainers.image.title"] }
      ]
    }
  ] },
  { ecosystem: "BuildKit cache", rows: [
    {
      id: "buildkit-cache",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 14,
      title: "BuildKit cache, manifest form",
      summary: "Build cache as a manifest (image-manifest=true).",
      config: ["application/vnd.buildkit.cacheconfig.v0"],
      layers: [
        { types: [
          "application/vnd.oci.image.layer.v1.tar+gzip",
          "application/vnd.oci.image.layer.v1.tar+zstd",
          "application/vnd.oci.image.layer.v1.tar",
          "application/vnd.docker.image.rootfs.diff.tar.gzip"
        ], min: 0, annotations: ["buildkit/createdat", "containerd.io/uncompressed"] }
      ]
    },
    {
      id: "buildkit-cache-index",
      document: "index",
      identifiedBy: "entries",
      status: "legacy",
      replacedBy: "buildkit-cache",
      usageRank: 14,
      title: "BuildKit cache, index form",
      summary: "Index whose entries are layers and a cache config instead of manifests.",
      note: "Some registries refuse layers in an index.",
      entries: [
        { types: [
          "application/vnd.oci.image.layer.v1.tar+gzip",
          "application/vnd.oci.image.layer.v1.tar+zstd",
          "application/vnd.oci.image.layer.v1.tar",
          "application/vnd.docker.image.rootfs.diff.tar.gzip"
        ], min: 0, annotations: ["buildkit/createdat", "containerd.io/uncompressed"] },
        { types: ["application/vnd.buildkit.cacheconfig.v0"], min: 1, max: 1 }
      ]
    }
  ] }
];

// server/src/oci/facts/artifact-profiles/models.ts
var modelProfiles = [
  { ecosystem: "Docker MCP", rows: [
    {
      id: "docker-mcp-catalog",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.docker.mcp.catalog.v1+json",
      otherLayers: "allowed",
      title: "MCP catalog",
      summary: "Catalog of MCP servers in a single layer.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/json"], min: 1, max: 1 }
      ]
    },
    {
      id: "docker-mcp-profile",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.docker.mcp.profile.v1+json",
      otherLayers: "allowed",
      title: "MCP profile",
      summary: "Chosen MCP servers with pinned images.",
      note: "Layer type not seen in a source.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/json"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "Docker cagent", rows: [
    {
      id: "cagent-agent",
      document: "manifest",
      identifiedBy: "config",
      title: "Docker agent",
      summary: "Agent definition in one YAML layer.",
      config: ["application/vnd.docker.cagent.config.v1+json"],
      layers: [
        { types: ["application/yaml"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "CNCF ModelPack", rows: [
    {
      id: "modelpack",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.cncf.model.manifest.v1+json",
      usageRank: 18,
      title: "CNCF ModelPack model",
      summary: "AI model with weights, configuration, documents, code and datasets.",
      config: ["application/vnd.cncf.model.config.v1+json"],
      layers: [
        { types: [
          "application/vnd.cncf.model.weight.v1.raw",
          "application/vnd.cncf.model.weight.v1.tar",
          "application/vnd.cncf.model.weight.v1.tar+gzip",
          "application/vnd.cncf.model.weight.v1.tar+zstd"
        ], min: 1, annotations: [
          "org.cncf.model.filepath",
          "org.cncf.model.file.metadata+json",
          "org.cncf.model.file.mediatype.untested"
        ] },
        { types: [
          "application/vnd.cncf.model.weight.config.v1.raw",
          "application/vnd.cncf.model.weight.config.v1.tar",
          "application/vnd.cncf.model.weight.config.v1.tar+gzip",
          "application/vnd.cncf.model.weight.config.v1.tar+zstd"
        ], min: 0, annotations: [
          "org.cncf.model.filepath",
          "org.cncf.model.file.metadata+json",
          "org.cncf.model.file.mediatype.untested"
        ] },
        { types: [
          "application/vnd.cncf.model.doc.v1.raw",
          "application/vnd.cncf.model.doc.v1.tar",
          "application/vnd.cncf.model.doc.v1.tar+gzip",
          "application/vnd.cncf.model.doc.v1.tar+zstd"
        ], min: 0, annotations: [
          "org.cncf.model.filepath",
          "org.cncf.model.file.metadata+json",
          "org.cncf.model.file.mediatype.untested"
        ] },
        { types: [
          "application/vnd.cncf.model.code.v1.raw",
          "application/vnd.cncf.model.code.v1.tar",
          "application/vnd.cncf.model.code.v1.tar+gzip",
          "application/vnd.cncf.model.code.v1.tar+zstd"
        ], min: 0, annotations: [
          "org.cncf.model.filepath",
          "org.cncf.model.file.metadata+json",
          "org.cncf.model.file.mediatype.untested"
        ] },
        { types: [
          "application/vnd.cncf.model.dataset.v1.raw",
          "application/vnd.cncf.model.dataset.v1.tar",
          "application/vnd.cncf.model.dataset.v1.tar+gzip",
          "application/vnd.cncf.model.dataset.v1.tar+zstd"
        ], min: 0, annotations: [
          "org.cncf.model.filepath",
          "org.cncf.model.file.metadata+json",
          "org.cncf.model.file.mediatype.untested"
        ] }
      ]
    }
  ] },
  { ecosystem: "Docker Model Runner", rows: [
    {
      id: "docker-model",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 18,
      title: "Docker model",
      summary: "Model for Docker Model Runner.",
      config: [
        "application/vnd.docker.ai.model.config.v0.2+json",
        "application/vnd.docker.ai.model.config.v0.1+json"
      ],
      layers: [
        { types: [
          "application/vnd.docker.ai.gguf.v3",
          "application/vnd.docker.ai.safetensors",
          "application/vnd.docker.ai.dduf"
        ], min: 1, annotations: ["org.cncf.model.filepath"] },
        { types: [
          "application/vnd.docker.ai.license",
          "application/vnd.docker.ai.mmproj",
          "application/vnd.docker.ai.chat.template.jinja",
          "application/vnd.docker.ai.vllm.config.tar",
          "application/vnd.docker.ai.dir.tar",
          "application/vnd.docker.ai.model.file"
        ], min: 0, annotations: ["org.cncf.model.filepath"] }
      ]
    }
  ] },
  { ecosystem: "KitOps", rows: [
    {
      id: "kitops",
      document: "manifest",
      identifiedBy: "config",
      otherLayers: "allowed",
      title: "KitOps ModelKit",
      summary: "Model, datasets, code and documents of a Kitfile.",
      config: ["application/vnd.kitops.modelkit.config.v1+json"],
      layers: [
        { types: [
          "application/vnd.kitops.modelkit.model.v1.tar+gzip",
          "application/vnd.kitops.modelkit.model.v1.tar",
          "application/vnd.kitops.modelkit.modelpart.v1.tar+gzip",
          "application/vnd.kitops.modelkit.dataset.v1.tar+gzip"
        ], min: 1 }
      ],
      annotations: ["ml.kitops.modelkit.cli-version"]
    }
  ] },
  { ecosystem: "Ollama", rows: [
    {
      id: "ollama",
      document: "docker-manifest",
      identifiedBy: "layers",
      usageRank: 19,
      otherLayers: "allowed",
      title: "Ollama model",
      summary: "Model in a Docker manifest.",
      config: ["application/vnd.docker.container.image.v1+json"],
      layers: [
        { types: ["application/vnd.ollama.image.model"], min: 1 },
        { types: [
          "application/vnd.ollama.image.projector",
          "application/vnd.ollama.image.adapter",
          "application/vnd.ollama.image.template",
          "application/vnd.ollama.image.params",
          "application/vnd.ollama.image.system",
          "application/vnd.ollama.image.messages"
        ], min: 0 }
      ]
    }
  ] }
];

// server/src/oci/facts/artifact-profiles/packages.ts
var packageProfiles = [
  { ecosystem: "OpenTofu", rows: [
    {
      id: "opentofu-module",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.opentofu.modulepkg",
      title: "OpenTofu module",
      summary: "Module package, exactly one zip layer.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["archive/zip"], min: 1, max: 1 }
      ]
    },
    {
      id: "opentofu-provider",
      document: "index",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.opentofu.provider",
      title: "OpenTofu provider",
      summary: "Index with one entry per platform.",
      entries: [
        {
          types: ["application/vnd.oci.image.manifest.v1+json"],
          min: 0,
          artifactType: "application/vnd.opentofu.provider-target",
          hasPlatform: true
        }
      ]
    },
    {
      id: "opentofu-provider-target",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.opentofu.provider-target",
      title: "OpenTofu provider build",
      summary: "Zip for one platform.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["archive/zip"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "Bicep", rows: [
    {
      id: "bicep-module",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.ms.bicep.module.artifact",
      title: "Bicep module",
      summary: "Compiled template and, optionally, sources.",
      config: ["application/vnd.ms.bicep.module.config.v1+json"],
      layers: [
        { types: ["application/vnd.ms.bicep.module.layer.v1+json"], min: 1, max: 1 },
        { types: ["application/vnd.ms.bicep.module.source.v1.tar+gzip"], min: 0, max: 1 }
      ]
    },
    {
      id: "bicep-extension",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.ms.bicep.provider.artifact",
      otherLayers: "allowed",
      title: "Bicep extension",
      summary: "Type definitions.",
      config: ["application/vnd.ms.bicep.provider.config.v1+json"],
      layers: [
        { types: ["application/vnd.ms.bicep.provider.layer.v1.tar+gzip"], min: 1, max: 1 }
      ],
      annotations: ["bicep.serialization.format"]
    }
  ] },
  { ecosystem: "CUE", rows: [
    {
      id: "cue-module",
      document: "manifest",
      identifiedBy: "config",
      title: "CUE module",
      summary: "Zip of the module and, second, its module file: exactly two layers.",
      config: ["application/vnd.cue.module.v1+json"],
      layers: [
        { types: ["application/zip"], min: 1, max: 1 },
        { types: ["application/vnd.cue.modulefile.v1"], min: 1, max: 1 }
      ],
      annotations: ["works.cue.module"]
    }
  ] },
  { ecosystem: "KCL", rows: [
    {
      id: "kcl-package",
      document: "manifest",
      identifiedBy: "annotation",
      artifactType: "application/vnd.oci.image.layer.v1.tar",
      title: "KCL package",
      summary: "Tar layer with the layer type also given as artifactType.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/vnd.oci.image.layer.v1.tar"], min: 1, max: 1 }
      ],
      annotations: ["org.kcllang.package.name", "org.kcllang.package.version", "org.kcllang.package.description"]
    }
  ] },
  { ecosystem: "Zarf", rows: [
    {
      id: "zarf",
      document: "manifest",
      identifiedBy: "config",
      otherLayers: "allowed",
      title: "Zarf package",
      summary: "Files of a Zarf package, named by title.",
      config: ["application/vnd.zarf.config.v1+json"],
      layers: [
        { types: ["application/vnd.zarf.layer.v1.blob"], min: 1, annotations: ["org.opencontainers.image.title"] }
      ]
    }
  ] },
  { ecosystem: "Open Component Model", rows: [
    {
      id: "ocm-component",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.ocm.software.component-descriptor.v2",
      otherLayers: "allowed",
      title: "OCM component",
      summary: "Component descriptor and local blobs.",
      note: "The config type has two slashes.",
      config: ["application/vnd.ocm.software/ocm.component.config.v1+json"],
      layers: [
        { types: ["application/vnd.ocm.software.component-descriptor.v2+yaml+tar"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "CNAB", rows: [
    {
      id: "cnab",
      document: "index",
      identifiedBy: "annotation",
      artifactType: "application/vnd.cnab.manifest.v1",
      title: "CNAB bundle",
      summary: "Index with a bundle config, invocation images and component images.",
      entries: [
        {
          types: ["application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"],
          min: 0,
          annotations: ["io.cnab.manifest.type"]
        }
      ],
      annotations: ["org.opencontainers.artifactType", "io.cnab.runtime_version", "io.cnab.keywords"]
    }
  ] },
  { ecosystem: "Agent Skills", rows: [
    {
      id: "agent-skill",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.agentskills.skill.v1",
      title: "Agent skill",
      summary: "Folder with a SKILL.md that agents load on demand.",
      config: ["application/vnd.agentskills.skill.config.v1+json"],
      layers: [
        { types: ["application/vnd.agentskills.skill.content.v1.tar+gzip"], min: 1, max: 1 }
      ],
      annotations: ["io.agentskills.skill.name"]
    },
    {
      id: "agent-skill-collection",
      document: "index",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.agentskills.collection.v1",
      title: "Collection of agent skills",
      summary: "Index of skills, each an artifact of its own.",
      entries: [
        {
          types: ["application/vnd.oci.image.manifest.v1+json"],
          min: 0,
          artifactType: "application/vnd.agentskills.skill.v1"
        }
      ],
      annotations: ["io.agentskills.collection.name"]
    }
  ] },
  { ecosystem: "Conda", rows: [
    {
      id: "conda-package",
      document: "manifest",
      identifiedBy: "layers",
      title: "Conda package",
      summary: "Package with its info folder.",
      config: ["application/vnd.oci.empty.v1+json", "application/vnd.unknown.config.v1+json"],
      layers: [
        { types: ["application/vnd.conda.package.v1", "application/vnd.conda.package.v2"], min: 1 },
        { types: ["application/vnd.conda.info.v1.tar+gzip"], min: 0, max: 1 },
        { types: ["application/vnd.conda.info.index.v1+json"], min: 0, max: 1 }
      ]
    }
  ] },
  { ecosystem: "Homebrew", rows: [
    {
      id: "homebrew-bottle",
      document: "manifest",
      identifiedBy: "annotation",
      usageRank: 9,
      title: "Homebrew bottle",
      summary: "Bottle for one system. The index lists all systems.",
      note: 'Writes org.opencontainers.image.license (singular, undefined), ref.name outside a layout, platform os.version such as "macOS 14" and, at least in older bottles, a created value without time.',
      config: ["application/vnd.oci.image.config.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.v1.tar+gzip"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ],
      annotations: [
        "com.github.package.type",
        "sh.brew.bottle.digest",
        "sh.brew.bottle.size",
        "sh.brew.tab",
        "org.opencontainers.image.ref.name",
        "org.opencontainers.image.license"
      ]
    }
  ] },
  { ecosystem: "GitHub Actions", rows: [
    {
      id: "github-action",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.github.actions.package.v1+json",
      title: "Immutable GitHub action",
      summary: "Action as tar.gz and zip.",
      note: "An early version put an empty layer first.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        {
          types: ["application/vnd.github.actions.package.layer.v1.tar+gzip"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        },
        {
          types: ["application/vnd.github.actions.package.layer.v1.zip"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ],
      annotations: ["com.github.package.type"]
    }
  ] }
];

// server/src/oci/facts/artifact-profiles/runtimes.ts
var runtimeProfiles = [
  { ecosystem: "KubeArmor", rows: [
    {
      id: "kubearmor-policies",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.cncf.kubearmor.config.v1+json",
      title: "KubeArmor policies",
      summary: "Policies in YAML.",
      config: ["application/vnd.oci.empty.v1+json", "application/vnd.cncf.kubearmor.config.v1+json"],
      layers: [
        { types: ["application/vnd.cncf.kubearmor.policy.layer.v1.yaml"], min: 1 }
      ]
    }
  ] },
  { ecosystem: "Falco", rows: [
    {
      id: "falco-rulesfile",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 13,
      title: "Falco rulesfile",
      summary: "Falco rulesfile.",
      config: ["application/vnd.cncf.falco.rulesfile.config.v1+json"],
      layers: [
        { types: ["application/vnd.cncf.falco.rulesfile.layer.v1+tar.gz"], min: 1, max: 1 }
      ]
    },
    {
      id: "falco-plugin",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 13,
      title: "Falco plugin",
      summary: "Falco plugin. Published as an index with one manifest per platform.",
      config: ["application/vnd.cncf.falco.plugin.config.v1+json"],
      layers: [
        { types: ["application/vnd.cncf.falco.plugin.layer.v1+tar.gz"], min: 1, max: 1 }
      ]
    },
    {
      id: "falco-asset",
      document: "manifest",
      identifiedBy: "config",
      title: "Falco asset",
      summary: "Falco asset.",
      config: ["application/vnd.cncf.falco.asset.config.v1+json"],
      layers: [
        { types: ["application/vnd.cncf.falco.asset.layer.v1+tar.gz"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "WASM", rows: [
    {
      id: "wasm",
      document: "manifest",
      identifiedBy: "config",
      usageRank: 20,
      title: "Wasm component",
      summary: "CNCF Wasm OCI artifact: one raw Wasm layer.",
      note: "No artifactType, os in the config is wasip1 or wasip2.",
      config: ["application/vnd.wasm.config.v0+json"],
      layers: [
        { types: ["application/wasm"], min: 1, max: 1 }
      ]
    },
    {
      id: "wasm-to-oci",
      document: "manifest",
      identifiedBy: "config",
      status: "legacy",
      replacedBy: "wasm",
      title: "Wasm module, older form",
      summary: "wasm-to-oci layout, also used for Kubewarden policies and Envoy filters.",
      config: ["application/vnd.wasm.config.v1+json"],
      layers: [
        { types: ["application/vnd.wasm.content.layer.v1+wasm"], min: 1, max: 1 }
      ]
    },
    {
      id: "spin",
      document: "manifest",
      identifiedBy: "layers",
      otherLayers: "allowed",
      title: "Spin application",
      summary: "Locked application, its components and its static files.",
      config: ["application/vnd.oci.image.config.v1+json", "application/vnd.fermyon.spin.application.v1+config"],
      layers: [
        { types: ["application/vnd.fermyon.spin.application.v1+config"], min: 0, max: 1 },
        { types: ["application/vnd.wasm.content.layer.v1+wasm"], min: 1 },
        { types: ["application/vnd.wasm.content.layer.v1+data"], min: 0 }
      ]
    },
    {
      id: "wasmcloud-provider",
      document: "manifest",
      identifiedBy: "config",
      title: "wasmCloud provider",
      summary: "Provider archive.",
      config: ["application/vnd.wasmcloud.provider.archive.config"],
      layers: [
        { types: ["application/vnd.wasmcloud.provider.archive.layer.v1+par"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "Singularity/Apptainer SIF", rows: [
    {
      id: "sif",
      document: "manifest",
      identifiedBy: "config",
      title: "Singularity or Apptainer image",
      summary: "One SIF file.",
      config: ["application/vnd.sylabs.sif.config.v1+json"],
      layers: [
        {
          types: ["application/vnd.sylabs.sif.layer.v1.sif"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ]
    }
  ] },
  { ecosystem: "Tart", rows: [
    {
      id: "tart-vm",
      document: "manifest",
      identifiedBy: "layers",
      title: "Tart virtual machine",
      summary: "VM config, NVRAM and disk chunks under an image config.",
      config: ["application/vnd.oci.image.config.v1+json"],
      layers: [
        { types: ["application/vnd.cirruslabs.tart.config.v1"], min: 1, max: 1 },
        {
          types: ["application/vnd.cirruslabs.tart.disk.v2", "application/vnd.cirruslabs.tart.disk.v1"],
          min: 1,
          annotations: ["org.cirruslabs.tart.uncompressed-size", "org.cirruslabs.tart.uncompressed-content-digest"]
        },
        { types: ["application/vnd.cirruslabs.tart.nvram.v1"], min: 1, max: 1 }
      ],
      annotations: ["org.cirruslabs.tart.uncompressed-disk-size", "org.cirruslabs.tart.upload-time"]
    }
  ] },
  { ecosystem: "Inspektor Gadget", rows: [
    {
      id: "gadget",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.gadget.v1+binary",
      title: "Inspektor Gadget",
      summary: "eBPF program with metadata, optionally Wasm and BTF.",
      config: ["application/vnd.gadget.config.v1+yaml"],
      layers: [
        {
          types: ["application/vnd.gadget.ebpf.program.v1+binary"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        },
        {
          types: ["application/vnd.gadget.wasm.program.v1+binary", "application/vnd.gadget.btfgen.v1+binary"],
          min: 0
        }
      ]
    }
  ] },
  { ecosystem: "SOCI", rows: [
    {
      id: "soci-v2",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.amazon.soci.index.v2+json",
      usageRank: 20,
      title: "SOCI index v2",
      summary: "One ztoc per indexed layer. Listed beside the image in its index.",
      note: "The image manifest gets com.amazon.soci.index-digest, the index entry of the SOCI index com.amazon.soci.image-manifest-digest.",
      config: ["application/vnd.amazon.soci.index.v2+json", "application/vnd.oci.empty.v1+json"],
      layers: [
        {
          types: ["application/octet-stream"],
          min: 1,
          annotations: ["com.amazon.soci.image-layer-digest", "com.amazon.soci.image-layer-mediaType"]
        }
      ],
      annotations: ["com.amazon.soci.build-tool-identifier"]
    },
    {
      id: "soci-v1",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.amazon.soci.index.v1+json",
      status: "legacy",
      replacedBy: "soci-v2",
      subject: "required",
      title: "SOCI index v1",
      summary: "Same content, bound by subject.",
      config: ["application/vnd.amazon.soci.index.v1+json", "application/vnd.oci.empty.v1+json"],
      layers: [
        {
          types: ["application/octet-stream"],
          min: 1,
          annotations: ["com.amazon.soci.image-layer-digest", "com.amazon.soci.image-layer-mediaType"]
        }
      ],
      annotations: ["com.amazon.soci.build-tool-identifier"]
    }
  ] },
  { ecosystem: "Nydus", rows: [
    {
      id: "nydus-image",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.nydus.image.manifest.v1+json",
      title: "Nydus image",
      summary: "Data blobs and a bootstrap layer.",
      note: "Index entries can carry os.features nydus.remoteimage.v1.",
      config: ["application/vnd.oci.image.config.v1+json", "application/vnd.nydus.image.config.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.nydus.blob.v1"],
          min: 0,
          annotations: ["containerd.io/snapshot/nydus-blob"]
        },
        {
          types: ["application/vnd.oci.image.layer.v1.tar+gzip"],
          min: 1,
          max: 1,
          annotations: ["containerd.io/snapshot/nydus-bootstrap", "containerd.io/snapshot/nydus-fs-version"]
        }
      ]
    }
  ] },
  { ecosystem: "Crossplane", rows: [
    {
      id: "crossplane-package",
      document: "manifest",
      identifiedBy: "label",
      otherLayers: "allowed",
      title: "Crossplane package",
      summary: "Image whose base layer holds package.yaml.",
      note: "Builders also set a config label io.crossplane.xpkg:<layer digest>=base.",
      config: ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.v1.tar+gzip", "application/vnd.docker.image.rootfs.diff.tar.gzip"],
          min: 1,
          annotations: ["io.crossplane.xpkg"],
          note: "value base on the package layer"
        }
      ]
    }
  ] },
  { ecosystem: "Tekton", rows: [
    {
      id: "tekton-bundle",
      document: "manifest",
      identifiedBy: "annotation",
      title: "Tekton bundle",
      summary: "One Task or Pipeline per layer.",
      config: ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.v1.tar+gzip", "application/vnd.docker.image.rootfs.diff.tar.gzip"],
          min: 1,
          annotations: ["dev.tekton.image.apiVersion", "dev.tekton.image.kind", "dev.tekton.image.name"]
        }
      ]
    }
  ] },
  { ecosystem: "Carvel/imgpkg", rows: [
    {
      id: "imgpkg-bundle",
      document: "manifest",
      identifiedBy: "label",
      title: "imgpkg bundle",
      summary: "Files plus .imgpkg/images.yml in an image.",
      config: ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.v1.tar+gzip", "application/vnd.docker.image.rootfs.diff.tar.gzip"],
          min: 1
        }
      ]
    }
  ] },
  { ecosystem: "Operator Framework", rows: [
    {
      id: "olm-bundle",
      document: "manifest",
      identifiedBy: "label",
      title: "Operator bundle",
      summary: "Operator manifests in an image.",
      config: ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.v1.tar+gzip", "application/vnd.docker.image.rootfs.diff.tar.gzip"],
          min: 1
        }
      ]
    }
  ] },
  { ecosystem: "bootc", rows: [
    {
      id: "bootc-image",
      document: "manifest",
      identifiedBy: "label",
      title: "Bootable container",
      summary: "Whole operating system as an image. May have far more than 127 layers.",
      note: "The source builds with --max-layers 448.",
      config: ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"],
      layers: [
        { types: [
          "application/vnd.oci.image.layer.v1.tar+gzip",
          "application/vnd.docker.image.rootfs.diff.tar.gzip",
          "application/vnd.oci.image.layer.v1.tar+zstd"
        ], min: 1 }
      ]
    }
  ] },
  { ecosystem: "CRI-O", rows: [
    {
      id: "checkpoint-image",
      document: "manifest",
      identifiedBy: "annotation",
      title: "Container checkpoint",
      summary: "Checkpoint archive in one layer.",
      config: ["application/vnd.oci.image.config.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.v1.tar+gzip", "application/vnd.oci.image.layer.v1.tar"],
          min: 1,
          max: 1
        }
      ],
      annotations: ["io.kubernetes.cri-o.annotations.checkpoint.name"]
    }
  ] },
  { ecosystem: "Buildpacks", rows: [
    {
      id: "buildpacks-image",
      document: "manifest",
      identifiedBy: "label",
      otherLayers: "allowed",
      title: "Buildpacks app image",
      summary: "Image built by Cloud Native Buildpacks.",
      config: ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"],
      layers: [
        {
          types: ["application/vnd.oci.image.layer.v1.tar+gzip", "application/vnd.docker.image.rootfs.diff.tar.gzip"],
          min: 1
        }
      ]
    }
  ] },
  { ecosystem: "LF Edge", rows: [
    {
      id: "lf-edge",
      document: "manifest",
      identifiedBy: "config",
      otherLayers: "allowed",
      title: "LF Edge image",
      summary: "Kernel, initrd and disks.",
      config: ["application/vnd.lfedge.eci.config.v1+json"],
      layers: [
        { types: ["application/vnd.lfedge.eci.kernel.layer.v1.tar"], min: 0, max: 1 },
        { types: ["application/vnd.lfedge.eci.initrd.layer.v1.tar"], min: 0, max: 1 },
        { types: ["application/vnd.lfedge.disk.layer.v1+raw"], min: 0 }
      ]
    }
  ] }
];

// server/src/oci/facts/artifact-profiles/supply-chain.ts
var supplyChainProfiles = [
  { ecosystem: "Cosign/Sigstore", rows: [
    {
      id: "sigstore-bundle",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.dev.sigstore.bundle.v0.3+json",
      usageRank: 3,
      subject: "required",
      title: "Sigstore bundle",
      summary: "Signature or attestation attached to an image. Cosign 3 and GitHub attestations write it.",
      note: "Cosign also writes artifactType into the config descriptor.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/vnd.dev.sigstore.bundle.v0.3+json"], min: 1, max: 1 }
      ],
      annotations: [
        "dev.sigstore.bundle.content",
        "dev.sigstore.bundle.predicateType",
        "org.opencontainers.image.created"
      ]
    },
    {
      id: "cosign-signature",
      document: "manifest",
      identifiedBy: "layers",
      status: "legacy",
      replacedBy: "sigstore-bundle",
      usageRank: 4,
      tagScheme: "sha256-<hex>.sig",
      title: "Cosign signature, tag form",
      summary: "Signatures in an image manifest under the tag sha256-<hex>.sig.",
      note: "Uses the image config type for content that is not an image.",
      config: ["application/vnd.oci.image.config.v1+json"],
      layers: [
        { types: ["application/vnd.dev.cosign.simplesigning.v1+json"], min: 1, annotations: [
          "dev.cosignproject.cosign/signature",
          "dev.sigstore.cosign/certificate",
          "dev.sigstore.cosign/chain",
          "dev.sigstore.cosign/bundle",
          "dev.sigstore.cosign/rfc3161timestamp"
        ] }
      ]
    },
    {
      id: "cosign-signature-1.1",
      document: "manifest",
      identifiedBy: "config",
      artifactType: "application/vnd.dev.cosign.artifact.sig.v1+json",
      status: "legacy",
      replacedBy: "sigstore-bundle",
      subject: "required",
      title: "Cosign signature, referrer form",
      summary: "Signature manifest with a subject.",
      config: ["application/vnd.dev.cosign.artifact.sig.v1+json"],
      layers: [
        {
          types: ["application/vnd.dev.cosign.simplesigning.v1+json"],
          min: 1,
          annotations: ["dev.cosignproject.cosign/signature"]
        }
      ]
    },
    {
      id: "cosign-attestation",
      document: "manifest",
      identifiedBy: "layers",
      status: "legacy",
      replacedBy: "sigstore-bundle",
      usageRank: 9,
      tagScheme: "sha256-<hex>.att",
      title: "Cosign attestation, tag form",
      summary: "DSSE envelopes in an image manifest under the tag sha256-<hex>.att.",
      config: ["application/vnd.oci.image.config.v1+json"],
      layers: [
        {
          types: ["application/vnd.dsse.envelope.v1+json"],
          min: 1,
          annotations: ["predicateType", "dev.cosignproject.cosign/signature"]
        }
      ]
    },
    {
      id: "cosign-sbom",
      document: "manifest",
      identifiedBy: "layers",
      status: "deprecated",
      replacedBy: "sigstore-bundle",
      tagScheme: "sha256-<hex>.sbom",
      title: "Cosign SBOM, tag form",
      summary: "SBOM attachment under the tag sha256-<hex>.sbom.",
      config: ["application/vnd.oci.image.config.v1+json"],
      layers: [
        { types: [
          "text/spdx",
          "text/spdx+json",
          "application/vnd.cyclonedx",
          "application/vnd.cyclonedx+json",
          "application/vnd.cyclonedx+xml",
          "application/vnd.syft+json"
        ], min: 1, annotations: ["dev.sigstore.sbom.scope"] }
      ]
    }
  ] },
  { ecosystem: "BuildKit attestations", rows: [
    {
      id: "buildkit-attestation",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.docker.attestation.manifest.v1+json",
      usageRank: 5,
      subject: "required",
      title: "BuildKit attestation",
      summary: "in-toto statements for one platform image, beside it in the same index.",
      note: "The index entry has platform unknown/unknown and the annotations vnd.docker.reference.type=attestation-manifest and vnd.docker.reference.digest. The config descriptor carries data e30=.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/vnd.in-toto+json"], min: 1, annotations: ["in-toto.io/predicate-type"] }
      ]
    },
    {
      id: "buildkit-attestation-legacy",
      document: "manifest",
      identifiedBy: "layers",
      status: "legacy",
      replacedBy: "buildkit-attestation",
      usageRank: 5,
      title: "BuildKit attestation, image form",
      summary: "Same content with an image config (oci-artifact=false).",
      config: ["application/vnd.oci.image.config.v1+json"],
      layers: [
        { types: ["application/vnd.in-toto+json"], min: 1, annotations: ["in-toto.io/predicate-type"] }
      ]
    }
  ] },
  { ecosystem: "in-toto", rows: [
    {
      id: "in-toto-referrer",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.in-toto+json",
      subject: "required",
      title: "in-toto attestations",
      summary: "DSSE envelopes or statements attached by subject.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/vnd.dsse.envelope.v1+json", "application/vnd.in-toto+json"], min: 1 }
      ],
      annotations: ["org.opencontainers.image.created"]
    }
  ] },
  { ecosystem: "Notation", rows: [
    {
      id: "notation-signature",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.cncf.notary.signature",
      usageRank: 8,
      subject: "required",
      title: "Notation signature",
      summary: "One signature envelope for a subject.",
      note: "The thumbprint annotation is a JSON array in a string.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/jose+json", "application/cose"], min: 1, max: 1 }
      ],
      annotations: ["io.cncf.notary.x509chain.thumbprint#S256", "org.opencontainers.image.created"]
    },
    {
      id: "notation-signature-config",
      document: "manifest",
      identifiedBy: "config",
      status: "legacy",
      replacedBy: "notation-signature",
      subject: "required",
      title: "Notation signature, config form",
      summary: "Same, recognized by config.mediaType, for older registries.",
      config: ["application/vnd.cncf.notary.signature"],
      layers: [
        { types: ["application/jose+json", "application/cose"], min: 1, max: 1 }
      ],
      annotations: ["io.cncf.notary.x509chain.thumbprint#S256"]
    }
  ] },
  { ecosystem: "SPDX", rows: [
    {
      id: "spdx-sbom",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/spdx+json",
      usageRank: 7,
      subject: "required",
      title: "SPDX SBOM",
      summary: "SBOM attached by subject.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        {
          types: ["application/spdx+json", "text/spdx+json"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ]
    }
  ] },
  { ecosystem: "CycloneDX", rows: [
    {
      id: "cyclonedx-sbom",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.cyclonedx+json",
      usageRank: 7,
      subject: "required",
      title: "CycloneDX SBOM",
      summary: "SBOM attached by subject.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        {
          types: ["application/vnd.cyclonedx+json"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ]
    }
  ] },
  { ecosystem: "SARIF", rows: [
    {
      id: "sarif-report",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/sarif+json",
      subject: "required",
      title: "SARIF report",
      summary: "Scan report attached by subject.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/sarif+json"], min: 1, max: 1, annotations: ["org.opencontainers.image.title"] }
      ]
    }
  ] },
  { ecosystem: "OpenVEX", rows: [
    {
      id: "openvex",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.openvex+json",
      subject: "required",
      title: "OpenVEX document",
      summary: "VEX statements attached by subject.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/vnd.openvex+json", "application/json"], min: 1, max: 1 }
      ]
    }
  ] },
  { ecosystem: "Harbor", rows: [
    {
      id: "harbor-sbom",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.goharbor.harbor.sbom.v1",
      subject: "required",
      otherLayers: "allowed",
      title: "Harbor SBOM",
      summary: "SBOM that Harbor produced.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/spdx+json"], min: 1, max: 1 }
      ],
      annotations: ["org.opencontainers.artifact.created", "org.opencontainers.artifact.description"]
    }
  ] },
  { ecosystem: "Microsoft", rows: [
    {
      id: "microsoft-lifecycle",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.microsoft.artifact.lifecycle",
      subject: "required",
      title: "Lifecycle record",
      summary: "End-of-life date of an image, in an annotation only.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        { types: ["application/vnd.oci.empty.v1+json"], min: 1, max: 1 }
      ],
      annotations: ["vnd.microsoft.artifact.lifecycle.end-of-life.date"]
    }
  ] },
  { ecosystem: "Trivy", rows: [
    {
      id: "trivy-checks",
      document: "manifest",
      identifiedBy: "artifact-type",
      artifactType: "application/vnd.cncf.openpolicyagent.config.v1+json",
      title: "Trivy checks bundle",
      summary: "Policy bundle as one archive.",
      config: ["application/vnd.oci.empty.v1+json"],
      layers: [
        {
          types: ["application/vnd.cncf.openpolicyagent.layer.v1.tar+gzip"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ]
    },
    {
      id: "trivy-db",
      document: "manifest",
      identifiedBy: "layers",
      usageRank: 11,
      title: "Trivy vulnerability database",
      summary: "Database archive, exactly one layer.",
      config: ["application/vnd.oci.empty.v1+json", "application/vnd.aquasec.trivy.config.v1+json"],
      layers: [
        {
          types: ["application/vnd.aquasec.trivy.db.layer.v1.tar+gzip"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ]
    },
    {
      id: "trivy-java-db",
      document: "manifest",
      identifiedBy: "layers",
      usageRank: 11,
      title: "Trivy Java database",
      summary: "Java index archive, exactly one layer.",
      config: ["application/vnd.oci.empty.v1+json", "application/vnd.aquasec.trivy.config.v1+json"],
      layers: [
        {
          types: ["application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip"],
          min: 1,
          max: 1,
          annotations: ["org.opencontainers.image.title"]
        }
      ]
    }
  ] }
];

// server/src/oci/facts/artifact-profiles.ts
var artifactProfiles = [
  ...imageProfiles,
  ...runtimeProfiles,
  ...supplyChainProfiles,
  ...deploymentProfiles,
  ...modelProfiles,
  ...packageProfiles
].flatMap(
  ({ ecosystem: ecosystem2, rows }) => rows.map((row) => ({
    status: "current",
    otherLayers: "unexpected",
    subject: "none",
    ...row,
    ecosystem: ecosystem2
  }))
);
var byArtifactType = /* @__PURE__ */ new Map();
var byConfig = /* @__PURE__ */ new Map();
for (const profile of artifactProfiles) {
  const { artifactType, config: config2 = [] } = profile;
  if (!byArtifactType.has(artifactType)) byArtifactType.set(artifactType, profile);
  for (const type of config2) byConfig.set(type, [...byConfig.get(type) ?? [], profile]);
}
function profileOf(question) {
  const { artifactType, configMediaType } = question;
  if (artifactType !== void 0) return byArtifactType.get(artifactType);
  if (configMediaType === void 0) return void 0;
  const candidates = byConfig.get(configMediaType) ?? [];
  return candidates.find((profile) => profile.identifiedBy === "layers" && hasLayersOf(profile, question)) ?? candidates.find((profile) => profile.identifiedBy === "config");
}
function hasLayersOf({ layers: layers2 = [] }, { layerMediaTypes = [] }) {
  if (layerMediaTypes.length === 0) return false;
  const required = layers2.filter(({ min }) => min > 0);
  return required.every(({ types }) => layerMediaTypes.some((type) => types.includes(type))) && layerMediaTypes.every((type) => layers2.some(({ types }) => types.includes(type)));
}

// server/src/oci/facts/media-types/docker.ts
var dockerMediaTypes = [
  { ecosystem: "Docker", rows: [
    {
      type: "application/vnd.docker.distribution.manifest.v2+json",
      role: "manifest",
      replacedBy: "application/vnd.oci.image.manifest.v1+json",
      title: "Docker manifest v2.2",
      summary: "Docker predecessor of the OCI manifest, without annotations and subject."
    },
    {
      type: "application/vnd.docker.distribution.manifest.list.v2+json",
      role: "index",
      replacedBy: "application/vnd.oci.image.index.v1+json",
      title: "Docker manifest list",
      summary: "Docker predecessor of the OCI index."
    },
    {
      type: "application/vnd.docker.distribution.manifest.v1+json",
      role: "manifest",
      places: ["document"],
      status: "legacy",
      replacedBy: "application/vnd.docker.distribution.manifest.v2+json",
      title: "Docker schema 1",
      summary: "Unsigned schema 1 manifest with fsLayers. Refused by current tools."
    },
    {
      type: "application/vnd.docker.distribution.manifest.v1+prettyjws",
      role: "manifest",
      places: ["document"],
      status: "legacy",
      replacedBy: "application/vnd.docker.distribution.manifest.v2+json",
      title: "Docker schema 1, signed",
      summary: "Signed schema 1 manifest. Refused by current tools."
    },
    {
      type: "application/vnd.docker.container.image.v1+json",
      role: "config",
      replacedBy: "application/vnd.oci.image.config.v1+json",
      title: "Docker image config",
      summary: "Docker form of the image config. Adds Healthcheck, OnBuild, Shell and others."
    },
    {
      type: "application/vnd.docker.image.rootfs.diff.tar",
      role: "layer",
      replacedBy: "application/vnd.oci.image.layer.v1.tar",
      title: "Docker layer",
      summary: "Uncompressed Docker layer. Containerd allows that it is compressed all the same."
    },
    {
      type: "application/vnd.docker.image.rootfs.diff.tar.gzip",
      role: "layer",
      replacedBy: "application/vnd.oci.image.layer.v1.tar+gzip",
      title: "Docker layer, gzip",
      summary: "Gzip layer, interchangeable with the OCI tar+gzip type."
    },
    {
      type: "application/vnd.docker.image.rootfs.diff.tar.zstd",
      role: "layer",
      replacedBy: "application/vnd.oci.image.layer.v1.tar+zstd",
      title: "Docker layer, zstd",
      summary: "Zstd layer with a Docker type that Docker never specified. Containerd and Buildah read it."
    },
    {
      type: "application/vnd.docker.image.rootfs.foreign.diff.tar",
      role: "layer",
      status: "deprecated",
      replacedBy: "application/vnd.docker.image.rootfs.diff.tar",
      title: "Docker foreign layer",
      summary: "Layer that is fetched from urls, Windows base images above all."
    },
    {
      type: "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
      role: "layer",
      status: "deprecated",
      replacedBy: "application/vnd.docker.image.rootfs.diff.tar.gzip",
      title: "Docker foreign layer, gzip",
      summary: "Gzip layer that is fetched from urls, Windows base images above all."
    },
    {
      type: "application/vnd.docker.container.image.rootfs.diff+x-gtar",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.docker.image.rootfs.diff.tar.gzip",
      title: "Docker schema 1 layer",
      summary: "Layer type that registries report for schema 1 images."
    },
    {
      type: "application/vnd.docker.plugin.v1+json",
      role: "config",
      title: "Docker Engine plugin",
      summary: "Config of an engine plugin that is distributed like an image."
    }
  ] },
  { ecosystem: "BuildKit", rows: [
    {
      type: "application/vnd.buildkit.status.v0",
      role: "blob",
      title: "BuildKit build status",
      summary: "Stream of build status kept in build history records."
    },
    {
      type: "application/vnd.buildkit.otlp.json.v0",
      role: "blob",
      format: "json",
      title: "BuildKit trace",
      summary: "OpenTelemetry trace kept in build history records."
    }
  ] },
  { ecosystem: "BuildKit attestations", rows: [
    {
      type: "application/vnd.docker.attestation.manifest.v1+json",
      role: "artifact",
      title: "BuildKit attestation manifest",
      summary: "Marks the manifest that holds in-toto attestations for one platform of an image."
    }
  ] },
  { ecosystem: "BuildKit cache", rows: [
    {
      type: "application/vnd.buildkit.cacheconfig.v0",
      role: "config",
      places: ["config", "manifests"],
      format: "json",
      title: "BuildKit cache config",
      summary: "Describes the layers of an exported build cache. Appears as an index entry in the older form and as config with image-manifest=true."
    }
  ] },
  { ecosystem: "Compose", rows: [
    {
      type: "application/vnd.docker.compose.project",
      role: "artifact",
      title: "Compose project",
      summary: "Artifact type of a published Compose application."
    },
    {
      type: "application/vnd.docker.compose.file+yaml",
      role: "layer",
      title: "Compose file",
      summary: "One Compose YAML file."
    },
    {
      type: "application/vnd.docker.compose.envfile",
      role: "layer",
      title: "Compose env file",
      summary: "An env file of a Compose project."
    },
    {
      type: "application/vnd.docker.compose.config.empty.v1+json",
      role: "config",
      title: "Compose empty config",
      summary: "Empty config that marks a Compose project on registries without OCI 1.1."
    }
  ] },
  { ecosystem: "Docker MCP", rows: [
    {
      type: "application/vnd.docker.mcp.catalog.v1+json",
      role: "artifact",
      title: "MCP catalog",
      summary: "Catalog of MCP servers for Docker's gateway."
    },
    {
      type: "application/vnd.docker.mcp.server",
      role: "artifact",
      title: "MCP server",
      summary: "Single MCP server entry."
    },
    {
      type: "application/vnd.docker.mcp.profile.v1+json",
      role: "artifact",
      title: "MCP profile",
      summary: "Named set of MCP servers."
    },
    {
      type: "application/vnd.docker.mcp.skill.file.v1",
      role: "layer",
      title: "MCP skill file",
      summary: "One file of a skill."
    }
  ] },
  { ecosystem: "Docker cagent", rows: [
    {
      type: "application/vnd.docker.cagent.config.v1+json",
      role: "config",
      title: "cagent config",
      summary: "Config of an agent definition. Its layer is plain application/yaml."
    },
    {
      type: "application/vnd.docker.cagent.session.v1+json",
      role: "layer",
      title: "cagent session",
      summary: "Exported agent session."
    }
  ] },
  { ecosystem: "Docker Model Runner", rows: [
    {
      type: "application/vnd.docker.ai.model.config.v0.1+json",
      role: "config",
      status: "legacy",
      replacedBy: "application/vnd.docker.ai.model.config.v0.2+json",
      title: "Docker model config 0.1",
      summary: "Config of a Docker model with typed layers."
    },
    {
      type: "application/vnd.docker.ai.model.config.v0.2+json",
      role: "config",
      title: "Docker model config 0.2",
      summary: "Config of a Docker model with one layer per file."
    },
    {
      type: "application/vnd.docker.ai.gguf.v3",
      role: "layer",
      title: "GGUF weights",
      summary: "Model weights in GGUF version 3."
    },
    {
      type: "application/vnd.docker.ai.safetensors",
      role: "layer",
      title: "Safetensors weights",
      summary: "Model weights in safetensors format."
    },
    {
      type: "application/vnd.docker.ai.vllm.config.tar",
      role: "layer",
      title: "vLLM config",
      summary: "Tar of tokenizer and config files for vLLM."
    },
    {
      type: "application/vnd.docker.ai.dir.tar",
      role: "layer",
      title: "Directory",
      summary: "Tar of a directory of the model."
    },
    {
      type: "application/vnd.docker.ai.dduf",
      role: "layer",
      title: "DDUF",
      summary: "Diffusers unified format file."
    },
    { type: "application/vnd.docker.ai.license", role: "layer", title: "Model license", summary: "License text." },
    {
      type: "application/vnd.docker.ai.mmproj",
      role: "layer",
      title: "Multimodal projector",
      summary: "Projector for image or audio input."
    },
    {
      type: "application/vnd.docker.ai.chat.template.jinja",
      role: "layer",
      title: "Chat template",
      summary: "Jinja chat template."
    },
    {
      type: "application/vnd.docker.ai.model.file",
      role: "layer",
      title: "Model file",
      summary: "Any other file. Its path is in org.cncf.model.filepath."
    },
    {
      type: "application/vnd.cncf.model.weight.v1.gguf",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cncf.model.weight.v1.raw",
      title: "ModelPack GGUF, extension",
      summary: "GGUF weights under a name that older Docker Model Runner versions wrote outside the ModelPack specification."
    },
    {
      type: "application/vnd.cncf.model.weight.v1.safetensors",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cncf.model.weight.v1.raw",
      title: "ModelPack safetensors, extension",
      summary: "Safetensors weights under a name that older Docker Model Runner versions wrote outside the ModelPack specification."
    }
  ] }
];

// server/src/oci/facts/media-types/models.ts
var modelMediaTypes = [
  { ecosystem: "CNCF ModelPack", rows: [
    {
      type: "application/vnd.cncf.model.manifest.v1+json",
      role: "artifact",
      title: "ModelPack model",
      summary: "Artifact type of a CNCF ModelPack model."
    },
    {
      type: "application/vnd.cncf.model.config.v1+json",
      role: "config",
      title: "ModelPack config",
      summary: "Model metadata."
    },
    {
      type: "application/vnd.cncf.model.weight.v1.raw",
      role: "layer",
      title: "ModelPack weight, raw",
      summary: "Model weights, a single file as it is."
    },
    {
      type: "application/vnd.cncf.model.weight.v1.tar",
      role: "layer",
      title: "ModelPack weight, tar",
      summary: "Model weights, a tar archive."
    },
    {
      type: "application/vnd.cncf.model.weight.v1.tar+gzip",
      role: "layer",
      title: "ModelPack weight, tar+gzip",
      summary: "Model weights, a tar archive compressed with gzip."
    },
    {
      type: "application/vnd.cncf.model.weight.v1.tar+zstd",
      role: "layer",
      title: "ModelPack weight, tar+zstd",
      summary: "Model weights, a tar archive compressed with zstd."
    },
    {
      type: "application/vnd.cncf.model.weight.config.v1.raw",
      role: "layer",
      title: "ModelPack weight.config, raw",
      summary: "Tokenizer and configuration files, a single file as it is."
    },
    {
      type: "application/vnd.cncf.model.weight.config.v1.tar",
      role: "layer",
      title: "ModelPack weight.config, tar",
      summary: "Tokenizer and configuration files, a tar archive."
    },
    {
      type: "application/vnd.cncf.model.weight.config.v1.tar+gzip",
      role: "layer",
      title: "ModelPack weight.config, tar+gzip",
      summary: "Tokenizer and configuration files, a tar archive compressed with gzip."
    },
    {
      type: "application/vnd.cncf.model.weight.config.v1.tar+zstd",
      role: "layer",
      title: "ModelPack weight.config, tar+zstd",
      summary: "Tokenizer and configuration files, a tar archive compressed with zstd."
    },
    {
      type: "application/vnd.cncf.model.doc.v1.raw",
      role: "layer",
      title: "ModelPack doc, raw",
      summary: "Documentation, a single file as it is."
    },
    {
      type: "application/vnd.cncf.model.doc.v1.tar",
      role: "layer",
      title: "ModelPack doc, tar",
      summary: "Documentation, a tar archive."
    },
    {
      type: "application/vnd.cncf.model.doc.v1.tar+gzip",
      role: "layer",
      title: "ModelPack doc, tar+gzip",
      summary: "Documentation, a tar archive compressed with gzip."
    },
    {
      type: "application/vnd.cncf.model.doc.v1.tar+zstd",
      role: "layer",
      title: "ModelPack doc, tar+zstd",
      summary: "Documentation, a tar archive compressed with zstd."
    },
    {
      type: "application/vnd.cncf.model.code.v1.raw",
      role: "layer",
      title: "ModelPack code, raw",
      summary: "Code, a single file as it is."
    },
    {
      type: "application/vnd.cncf.model.code.v1.tar",
      role: "layer",
      title: "ModelPack code, tar",
      summary: "Code, a tar archive."
    },
    {
      type: "application/vnd.cncf.model.code.v1.tar+gzip",
      role: "layer",
      title: "ModelPack code, tar+gzip",
      summary: "Code, a tar archive compressed with gzip."
    },
    {
      type: "application/vnd.cncf.model.code.v1.tar+zstd",
      role: "layer",
      title: "ModelPack code, tar+zstd",
      summary: "Code, a tar archive compressed with zstd."
    },
    {
      type: "application/vnd.cncf.model.dataset.v1.raw",
      role: "layer",
      title: "ModelPack dataset, raw",
      summary: "Dataset files, a single file as it is."
    },
    {
      type: "application/vnd.cncf.model.dataset.v1.tar",
      role: "layer",
      title: "ModelPack dataset, tar",
      summary: "Dataset files, a tar archive."
    },
    {
      type: "application/vnd.cncf.model.dataset.v1.tar+gzip",
      role: "layer",
      title: "ModelPack dataset, tar+gzip",
      summary: "Dataset files, a tar archive compressed with gzip."
    },
    {
      type: "application/vnd.cncf.model.dataset.v1.tar+zstd",
      role: "layer",
      title: "ModelPack dataset, tar+zstd",
      summary: "Dataset files, a tar archive compressed with zstd."
    },
    {
      type: "application/vnd.cnai.model.manifest.v1+json",
      role: "artifact",
      status: "legacy",
      replacedBy: "application/vnd.cncf.model.manifest.v1+json",
      title: "CNAI model, old",
      summary: "ModelPack name before it moved to vnd.cncf."
    },
    {
      type: "application/vnd.cnai.model.config.v1+json",
      role: "config",
      status: "legacy",
      replacedBy: "application/vnd.cncf.model.config.v1+json",
      title: "CNAI config, old",
      summary: "ModelPack name before it moved to vnd.cncf."
    },
    {
      type: "application/vnd.cnai.model.weight.v1.tar",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cncf.model.weight.v1.tar",
      title: "CNAI weights, old",
      summary: "ModelPack name before it moved to vnd.cncf."
    }
  ] },
  { ecosystem: "KitOps", rows: [
    {
      type: "application/vnd.kitops.modelkit.config.v1+json",
      role: "config",
      title: "KitOps config",
      summary: "The Kitfile as JSON."
    },
    {
      type: "application/vnd.kitops.modelkit.model.v1.tar+gzip",
      role: "layer",
      title: "KitOps model",
      summary: "Model files."
    },
    {
      type: "application/vnd.kitops.modelkit.modelpart.v1.tar+gzip",
      role: "layer",
      title: "KitOps model part",
      summary: "Part of a model."
    },
    {
      type: "application/vnd.kitops.modelkit.dataset.v1.tar+gzip",
      role: "layer",
      title: "KitOps dataset",
      summary: "Dataset files."
    },
    {
      type: "application/vnd.kitops.modelkit.model.v1.tar",
      role: "layer",
      title: "KitOps model, uncompressed",
      summary: "Model files without compression."
    }
  ] },
  { ecosystem: "Ollama", rows: [
    {
      type: "application/vnd.ollama.image.model",
      role: "layer",
      title: "Ollama model",
      summary: "Model weights.",
      note: "Ollama manifests use the Docker manifest and config types."
    },
    {
      type: "application/vnd.ollama.image.projector",
      role: "layer",
      title: "Ollama projector",
      summary: "Multimodal projector.",
      note: "Ollama manifests use the Docker manifest and config types."
    },
    {
      type: "application/vnd.ollama.image.adapter",
      role: "layer",
      title: "Ollama adapter",
      summary: "LoRA adapter.",
      note: "Ollama manifests use the Docker manifest and config types."
    },
    {
      type: "application/vnd.ollama.image.template",
      role: "layer",
      title: "Ollama template",
      summary: "Prompt template.",
      note: "Ollama manifests use the Docker manifest and config types."
    },
    {
      type: "application/vnd.ollama.image.params",
      role: "layer",
      title: "Ollama params",
      summary: "Runtime parameters.",
      note: "Ollama manifests use the Docker manifest and config types."
    },
    {
      type: "application/vnd.ollama.image.system",
      role: "layer",
      title: "Ollama system",
      summary: "System prompt.",
      note: "Ollama manifests use the Docker manifest and config types."
    },
    {
      type: "application/vnd.ollama.image.messages",
      role: "layer",
      title: "Ollama messages",
      summary: "Example messages.",
      note: "Ollama manifests use the Docker manifest and config types."
    }
  ] }
];

// server/src/oci/facts/media-types/oci.ts
var ociMediaTypes = [
  { ecosystem: "OCI", rows: [
    {
      type: "application/vnd.oci.image.index.v1+json",
      role: "index",
      title: "OCI image index",
      summary: "Lists manifests, one per platform or artifact, and can nest."
    },
    {
      type: "application/vnd.oci.image.manifest.v1+json",
      role: "manifest",
      title: "OCI image manifest",
      summary: "Names a config and an ordered list of layers. Also the carrier for all artifacts."
    },
    {
      type: "application/vnd.oci.image.config.v1+json",
      role: "config",
      title: "OCI image config",
      summary: "Holds platform, run parameters, layer DiffIDs and history of a container image."
    },
    {
      type: "application/vnd.oci.empty.v1+json",
      role: "empty",
      title: "Empty JSON",
      summary: "Placeholder for content that an artifact lacks. The blob is always {}."
    },
    {
      type: "application/vnd.oci.descriptor.v1+json",
      role: "blob",
      title: "OCI descriptor",
      summary: "Type of a stand-alone descriptor document."
    },
    {
      type: "application/vnd.oci.layout.header.v1+json",
      role: "blob",
      title: "OCI layout marker",
      summary: "Type of the oci-layout file."
    },
    {
      type: "application/vnd.oci.image.layer.v1.tar",
      role: "layer",
      title: "OCI layer",
      summary: "File system changeset as a tar archive."
    },
    {
      type: "application/vnd.oci.image.layer.nondistributable.v1.tar",
      role: "layer",
      status: "deprecated",
      replacedBy: "application/vnd.oci.image.layer.v1.tar",
      title: "Non-distributable layer",
      summary: "Layer that is fetched from its vendor instead of being pushed."
    },
    {
      type: "application/vnd.oci.image.layer.v1.tar+gzip",
      role: "layer",
      title: "OCI layer, gzip",
      summary: "File system changeset as a tar archive compressed with gzip."
    },
    {
      type: "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
      role: "layer",
      status: "deprecated",
      replacedBy: "application/vnd.oci.image.layer.v1.tar+gzip",
      title: "Non-distributable layer, gzip",
      summary: "Layer that is fetched from its vendor instead of being pushed."
    },
    {
      type: "application/vnd.oci.image.layer.v1.tar+zstd",
      role: "layer",
      title: "OCI layer, zstd",
      summary: "File system changeset as a tar archive compressed with zstd.",
      note: "Readers need support it only at SHOULD level."
    },
    {
      type: "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd",
      role: "layer",
      status: "deprecated",
      replacedBy: "application/vnd.oci.image.layer.v1.tar+zstd",
      title: "Non-distributable layer, zstd",
      summary: "Layer that is fetched from its vendor instead of being pushed."
    },
    {
      type: "application/vnd.oci.artifact.manifest.v1+json",
      role: "artifact-manifest",
      status: "legacy",
      replacedBy: "application/vnd.oci.image.manifest.v1+json",
      title: "OCI artifact manifest",
      summary: "Manifest kind with a blobs array that existed only in release candidates of image-spec 1.1 and was withdrawn."
    },
    {
      type: "application/vnd.oci.source.image.config.v1+json",
      role: "config",
      title: "Source image config",
      summary: "Config type of source container images that Quay accepts.",
      note: "Buildah knows it as well."
    }
  ] },
  { ecosystem: "ocicrypt", rows: [
    {
      type: "application/vnd.oci.image.layer.v1.tar+encrypted",
      role: "layer",
      title: "Encrypted layer",
      summary: "Layer encrypted by ocicrypt. The wrapped keys sit in annotations.",
      note: "Never defined by image-spec although it uses the vnd.oci prefix."
    },
    {
      type: "application/vnd.oci.image.layer.nondistributable.v1.tar+encrypted",
      role: "layer",
      status: "deprecated",
      replacedBy: "application/vnd.oci.image.layer.v1.tar+encrypted",
      title: "Encrypted non-distributable layer",
      summary: "Encrypted form of a deprecated layer type."
    },
    {
      type: "application/vnd.oci.image.layer.v1.tar+gzip+encrypted",
      role: "layer",
      title: "Encrypted layer, gzip",
      summary: "Layer encrypted by ocicrypt. The wrapped keys sit in annotations.",
      note: "Never defined by image-spec although it uses the vnd.oci prefix."
    },
    {
      type: "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip+encrypted",
      role: "layer",
      status: "deprecated",
      replacedBy: "application/vnd.oci.image.layer.v1.tar+gzip+encrypted",
      title: "Encrypted non-distributable layer, gzip",
      summary: "Encrypted form of a deprecated layer type."
    },
    {
      type: "application/vnd.oci.image.layer.v1.tar+zstd+encrypted",
      role: "layer",
      title: "Encrypted layer, zstd",
      summary: "Layer encrypted by ocicrypt. The wrapped keys sit in annotations.",
      note: "Never defined by image-spec although it uses the vnd.oci prefix."
    },
    {
      type: "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd+encrypted",
      role: "layer",
      status: "deprecated",
      replacedBy: "application/vnd.oci.image.layer.v1.tar+zstd+encrypted",
      title: "Encrypted non-distributable layer, zstd",
      summary: "Encrypted form of a deprecated layer type."
    }
  ] },
  { ecosystem: "generic", rows: [
    {
      type: "application/octet-stream",
      role: "layer",
      title: "Binary data",
      summary: "Untyped bytes. SOCI uses it for ztoc blobs."
    },
    {
      type: "application/json",
      role: "layer",
      places: ["layers", "config"],
      format: "json",
      title: "JSON",
      summary: "Untyped JSON."
    },
    {
      type: "application/x-yaml",
      role: "layer",
      status: "legacy",
      replacedBy: "application/yaml",
      format: "yaml",
      title: "YAML, old name",
      summary: "Untyped YAML."
    },
    {
      type: "application/yaml",
      role: "layer",
      format: "yaml",
      title: "YAML",
      summary: "Untyped YAML. The layer type of cagent agents."
    },
    { type: "application/zip", role: "layer", title: "Zip", summary: "Zip archive. CUE modules use it." },
    { type: "text/plain", role: "layer", title: "Plain text", summary: "Text, such as a license or a note." }
  ] }
];

// server/src/oci/facts/media-types/packages.ts
var packageMediaTypes = [
  { ecosystem: "Helm", rows: [
    {
      type: "application/vnd.cncf.helm.config.v1+json",
      role: "config",
      title: "Helm chart config",
      summary: "Chart.yaml metadata as JSON. Its presence marks a manifest as a chart."
    },
    {
      type: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
      role: "layer",
      title: "Helm chart",
      summary: "The chart package."
    },
    {
      type: "application/vnd.cncf.helm.chart.provenance.v1.prov",
      role: "layer",
      title: "Helm provenance",
      summary: "PGP-signed provenance file of the chart."
    },
    {
      type: "application/tar+gzip",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
      title: "Tar gzip",
      summary: "Generic tar.gz. Helm used it for charts before 3.7 and still reads it.",
      note: "Also a generic layer type of ORAS and regctl."
    },
    {
      type: "application/vnd.cncf.helm.chart.content.layer.v1+tar",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
      title: "Helm chart, experimental",
      summary: "Chart layer of Helm 3.0 experiments."
    },
    {
      type: "application/vnd.cncf.helm.chart.meta.layer.v1+json",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cncf.helm.config.v1+json",
      title: "Helm chart metadata, experimental",
      summary: "Metadata layer of Helm 3.0 experiments."
    },
    {
      type: "application/vnd.helm.plugin.v1+json",
      role: "artifact",
      title: "Helm plugin",
      summary: "Artifact type of a Helm 4 plugin package."
    }
  ] },
  { ecosystem: "OpenTofu", rows: [
    {
      type: "archive/zip",
      role: "layer",
      title: "Zip, OpenTofu",
      summary: "Zip archive under a top-level type that IANA does not know. OpenTofu demands this spelling."
    },
    {
      type: "application/vnd.opentofu.modulepkg",
      role: "artifact",
      title: "OpenTofu module",
      summary: "Module package."
    },
    {
      type: "application/vnd.opentofu.provider",
      role: "artifact",
      title: "OpenTofu provider",
      summary: "Artifact type of the index that lists provider builds."
    },
    {
      type: "application/vnd.opentofu.provider-target",
      role: "artifact",
      title: "OpenTofu provider build",
      summary: "Provider build for one platform."
    }
  ] },
  { ecosystem: "Flux", rows: [
    {
      type: "application/vnd.cncf.flux.config.v1+json",
      role: "config",
      title: "Flux config",
      summary: "Config type that marks a Flux artifact."
    },
    {
      type: "application/vnd.cncf.flux.content.v1.tar+gzip",
      role: "layer",
      title: "Flux content",
      summary: "Tar of Kubernetes manifests or other sources."
    }
  ] },
  { ecosystem: "Timoni", rows: [
    {
      type: "application/vnd.timoni.config.v1+json",
      role: "config",
      title: "Timoni config",
      summary: "Config of a Timoni module."
    },
    {
      type: "application/vnd.timoni.content.v1.tar+gzip",
      role: "layer",
      title: "Timoni content",
      summary: "CUE sources of a module. A layer annotation tells module from vendor."
    }
  ] },
  { ecosystem: "Argo", rows: [
    {
      type: "application/vnd.cncf.argoproj.argocd.content.v1.tar+gzip",
      role: "layer",
      title: "Argo CD content",
      summary: "Layer type proposed for Argo CD; not in Argo CD's default list of allowed types."
    }
  ] },
  { ecosystem: "OPA/Conftest", rows: [
    {
      type: "application/vnd.cncf.openpolicyagent.config.v1+json",
      role: "config",
      places: ["config", "artifactType"],
      title: "OPA bundle config",
      summary: "Config of an OPA or Conftest policy bundle."
    },
    {
      type: "application/vnd.cncf.openpolicyagent.manifest.layer.v1+json",
      role: "layer",
      title: "OPA manifest",
      summary: "The .manifest file of a bundle."
    },
    {
      type: "application/vnd.cncf.openpolicyagent.policy.layer.v1+rego",
      role: "layer",
      title: "Rego policy",
      summary: "One Rego file."
    },
    {
      type: "application/vnd.cncf.openpolicyagent.data.layer.v1+json",
      role: "layer",
      title: "OPA data",
      summary: "One data file."
    },
    {
      type: "application/vnd.cncf.openpolicyagent.layer.v1.tar+gzip",
      role: "layer",
      title: "OPA bundle archive",
      summary: "Whole policy bundle. Trivy checks use it."
    }
  ] },
  { ecosystem: "Kyverno", rows: [
    {
      type: "application/vnd.cncf.kyverno.config.v1+json",
      role: "config",
      title: "Kyverno config",
      summary: "Config of a Kyverno policy artifact."
    },
    {
      type: "application/vnd.cncf.kyverno.policy.layer.v1+yaml",
      role: "layer",
      title: "Kyverno policy",
      summary: "One policy in YAML."
    }
  ] },
  { ecosystem: "devcontainers", rows: [
    {
      type: "application/vnd.devcontainers",
      role: "config",
      title: "Dev container config",
      summary: "Config type of features, templates and collections. The blob is empty."
    },
    {
      type: "application/vnd.devcontainers.layer.v1+tar",
      role: "layer",
      title: "Dev container feature or template",
      summary: "Tar of a feature or template."
    },
    {
      type: "application/vnd.devcontainers.collection.layer.v1+json",
      role: "layer",
      title: "Dev container collection",
      summary: "devcontainer-collection.json of a namespace."
    }
  ] },
  { ecosystem: "CUE", rows: [
    {
      type: "application/vnd.cue.module.v1+json",
      role: "config",
      title: "CUE module",
      summary: "Config of a CUE module (content {})."
    },
    {
      type: "application/vnd.cue.modulefile.v1",
      role: "layer",
      title: "CUE module file",
      summary: "module.cue. Second of exactly two layers."
    }
  ] },
  { ecosystem: "Bicep", rows: [
    {
      type: "application/vnd.ms.bicep.module.artifact",
      role: "artifact",
      title: "Bicep module",
      summary: "Bicep module."
    },
    {
      type: "application/vnd.ms.bicep.module.config.v1+json",
      role: "config",
      title: "Bicep module config",
      summary: "Config of a module."
    },
    {
      type: "application/vnd.ms.bicep.module.layer.v1+json",
      role: "layer",
      title: "Bicep module template",
      summary: "Compiled ARM template."
    },
    {
      type: "application/vnd.ms.bicep.module.source.v1.tar+gzip",
      role: "layer",
      title: "Bicep module source",
      summary: "Source archive."
    },
    {
      type: "application/vnd.ms.bicep.provider.artifact",
      role: "artifact",
      title: "Bicep extension",
      summary: "Extension types."
    },
    {
      type: "application/vnd.ms.bicep.provider.config.v1+json",
      role: "config",
      title: "Bicep extension config",
      summary: "Config of an extension."
    },
    {
      type: "application/vnd.ms.bicep.provider.layer.v1.tar+gzip",
      role: "layer",
      title: "Bicep extension types",
      summary: "Type definitions."
    }
  ] },
  { ecosystem: "Conda", rows: [
    {
      type: "application/vnd.conda.package.v1",
      role: "layer",
      compression: "bzip2",
      title: "Conda package, tar.bz2",
      summary: "Package in the old container format."
    },
    {
      type: "application/vnd.conda.package.v2",
      role: "layer",
      title: "Conda package, .conda",
      summary: "Package in the new container format."
    },
    {
      type: "application/vnd.conda.info.v1.tar+gzip",
      role: "layer",
      title: "Conda info",
      summary: "The info folder."
    },
    {
      type: "application/vnd.conda.info.index.v1+json",
      role: "layer",
      title: "Conda info index",
      summary: "info/index.json."
    }
  ] },
  { ecosystem: "GitHub Actions", rows: [
    {
      type: "application/vnd.github.actions.package.v1+json",
      role: "artifact",
      title: "GitHub Actions package",
      summary: "Immutable action."
    },
    {
      type: "application/vnd.github.actions.package.layer.v1.tar+gzip",
      role: "layer",
      title: "Action tarball",
      summary: "Action files as tar.gz."
    },
    {
      type: "application/vnd.github.actions.package.layer.v1.zip",
      role: "layer",
      title: "Action zip",
      summary: "Action files as zip."
    },
    {
      type: "application/vnd.github.actions.package.config.v1+json",
      role: "config",
      status: "legacy",
      replacedBy: "application/vnd.oci.empty.v1+json",
      title: "Action config, early",
      summary: "Zero-size config of an early version."
    }
  ] },
  { ecosystem: "CNAB", rows: [
    {
      type: "application/vnd.cnab.manifest.v1",
      role: "artifact",
      title: "CNAB bundle",
      summary: "Value of the old annotation org.opencontainers.artifactType on CNAB indexes."
    },
    {
      type: "application/vnd.cnab.config.v1+json",
      role: "config",
      title: "CNAB config",
      summary: "bundle.json of a CNAB bundle."
    },
    {
      type: "application/vnd.cnab.bundle.config.v1+json",
      role: "config",
      title: "CNAB bundle config",
      summary: "Earlier name for the bundle config."
    }
  ] },
  { ecosystem: "Zarf", rows: [
    {
      type: "application/vnd.zarf.config.v1+json",
      role: "config",
      title: "Zarf config",
      summary: "Config of a Zarf package."
    },
    {
      type: "application/vnd.zarf.layer.v1.blob",
      role: "layer",
      title: "Zarf blob",
      summary: "Any file of a Zarf package."
    },
    {
      type: "application/vnd.zarf.layer.v1.tar+zstd",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.zarf.layer.v1.blob",
      title: "Zarf archive, old",
      summary: "Typed layer of early Zarf versions."
    }
  ] },
  { ecosystem: "Open Component Model", rows: [
    {
      type: "application/vnd.ocm.software.component-descriptor.v2",
      role: "artifact",
      title: "OCM component",
      summary: "Artifact type of an Open Component Model component version."
    },
    {
      type: "application/vnd.ocm.software.component-descriptor.v2+yaml+tar",
      role: "layer",
      title: "OCM component descriptor",
      summary: "Component descriptor in a tar."
    },
    {
      type: "application/vnd.ocm.software/ocm.component.config.v1+json",
      role: "config",
      title: "OCM config, malformed",
      summary: "Config type with two slashes, which breaks the RFC 6838 form and the JSON schema pattern.",
      note: "Strict registries and a schema check refuse it."
    },
    {
      type: "application/vnd.ocm.software.oci.layout.v1+tar",
      role: "layer",
      title: "OCI layout tar",
      summary: "Tar of an OCI layout inside a component."
    },
    {
      type: "application/vnd.gardener.cloud.cnudie.component.config.v1+json",
      role: "config",
      status: "legacy",
      title: "Gardener component config",
      summary: "Predecessor of the OCM config."
    },
    {
      type: "application/vnd.gardener.cloud.cnudie.component-descriptor.v2+yaml+tar",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.ocm.software.component-descriptor.v2+yaml+tar",
      title: "Gardener component descriptor",
      summary: "Predecessor of the OCM descriptor layer."
    }
  ] },
  { ecosystem: "Ansible", rows: [
    {
      type: "application/vnd.ansible.collection",
      role: "artifact",
      places: ["config", "artifactType"],
      title: "Ansible collection",
      summary: "Ansible collection."
    }
  ] },
  { ecosystem: "Spack", rows: [
    {
      type: "application/vnd.spack.package",
      role: "layer",
      title: "Spack package",
      summary: "Spack binary package."
    }
  ] },
  { ecosystem: "Agent Skills", rows: [
    {
      type: "application/vnd.agentskills.skill.v1",
      role: "artifact",
      title: "Agent skill",
      summary: "Folder with a SKILL.md that agents load on demand."
    },
    {
      type: "application/vnd.agentskills.collection.v1",
      role: "artifact",
      title: "Collection of agent skills",
      summary: "Index of agent skills."
    },
    {
      type: "application/vnd.agentskills.skill.config.v1+json",
      role: "config",
      title: "Agent skill config",
      summary: "Name, version and metadata of an agent skill."
    },
    {
      type: "application/vnd.agentskills.skill.content.v1.tar+gzip",
      role: "layer",
      title: "Agent skill content",
      summary: "The one folder of an agent skill."
    }
  ] },
  { ecosystem: "GitLab", rows: [
    {
      type: "application/vnd.gitlab.packages.npm.config.v2+json",
      role: "config",
      title: "GitLab npm package",
      summary: "npm package in GitLab."
    }
  ] },
  { ecosystem: "Quay app registry", rows: [
    {
      type: "application/vnd.cnr.package.helm.v0.tar+gzip",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
      title: "CNR Helm package",
      summary: "App registry package, before OCI artifacts."
    },
    {
      type: "application/vnd.cnr.manifest.list.v0.json",
      role: "index",
      places: ["document"],
      status: "legacy",
      title: "CNR manifest list",
      summary: "App registry list, before OCI artifacts."
    }
  ] }
];

// server/src/oci/facts/media-types/runtimes.ts
var runtimeMediaTypes = [
  { ecosystem: "EROFS", rows: [
    {
      type: "application/vnd.erofs",
      role: "layer",
      title: "EROFS layer",
      summary: "Layer as an EROFS file system image, mounted without extraction.",
      note: "From a draft extension of the image specification. Written by apko."
    },
    {
      type: "application/vnd.erofs+zstd",
      role: "layer",
      title: "EROFS layer, zstd",
      summary: "EROFS file system image, compressed with Zstandard.",
      note: "From a draft extension of the image specification. Written by apko."
    },
    {
      type: "application/vnd.erofs.chunk-index.v1",
      role: "layer",
      title: "EROFS chunk index",
      summary: "Index of the chunks of the EROFS layer just before it.",
      note: "From a draft extension of the image specification."
    },
    {
      type: "application/vnd.erofs.layer.v1",
      role: "layer",
      title: "EROFS layer of containerd",
      summary: "Layer as an EROFS file system image that containerd mounts without extraction.",
      note: "Older than the draft, whose type is application/vnd.erofs."
    },
    {
      type: "application/vnd.erofs.layer.v1+zstd",
      role: "layer",
      title: "EROFS layer of containerd, zstd",
      summary: "The same image, compressed with Zstandard. Proposed to containerd."
    }
  ] },
  { ecosystem: "containerd", rows: [
    {
      type: "application/vnd.containerd.container.criu.checkpoint.criu.tar",
      role: "blob",
      places: ["manifests"],
      title: "CRIU checkpoint",
      summary: "Process state of a checkpointed container."
    },
    {
      type: "application/vnd.containerd.container.criu.checkpoint.predump.tar",
      role: "blob",
      places: ["manifests"],
      title: "CRIU pre-dump",
      summary: "Pre-dump of a checkpoint."
    },
    {
      type: "application/vnd.containerd.container.resource.tar",
      role: "blob",
      places: ["manifests"],
      title: "Checkpoint resources",
      summary: "Resources beside a checkpoint."
    },
    {
      type: "application/vnd.containerd.container.rw.tar",
      role: "blob",
      places: ["manifests"],
      title: "Checkpoint writable layer",
      summary: "Writable layer of a checkpointed container."
    },
    {
      type: "application/vnd.containerd.container.checkpoint.config.v1+proto",
      role: "blob",
      places: ["manifests"],
      title: "Checkpoint config",
      summary: "Container config of a checkpoint."
    },
    {
      type: "application/vnd.containerd.container.checkpoint.options.v1+proto",
      role: "blob",
      places: ["manifests"],
      title: "Checkpoint options",
      summary: "Options of a checkpoint."
    },
    {
      type: "application/vnd.containerd.container.checkpoint.runtime.name",
      role: "blob",
      places: ["manifests"],
      title: "Checkpoint runtime name",
      summary: "Runtime name of a checkpoint."
    },
    {
      type: "application/vnd.containerd.container.checkpoint.runtime.options+proto",
      role: "blob",
      places: ["manifests"],
      title: "Checkpoint runtime options",
      summary: "Runtime options of a checkpoint."
    }
  ] },
  { ecosystem: "Nydus", rows: [
    {
      type: "application/vnd.oci.image.layer.nydus.blob.v1",
      role: "layer",
      title: "Nydus data blob",
      summary: "Chunked data blob of a Nydus image.",
      note: "vnd.oci prefix, but not an OCI type."
    },
    {
      type: "application/vnd.nydus.image.manifest.v1+json",
      role: "artifact",
      title: "Nydus image",
      summary: "Artifact type of a manifest in Nydus form."
    },
    {
      type: "application/vnd.nydus.image.config.v1+json",
      role: "config",
      title: "Nydus config",
      summary: "Config of a Nydus image."
    },
    {
      type: "application/vnd.cncf.nydus.blob.v1",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.oci.image.layer.nydus.blob.v1",
      title: "Nydus blob, ORAS draft",
      summary: "Nydus blob as drawn in the archived ORAS artifacts specification."
    }
  ] },
  { ecosystem: "SOCI", rows: [
    {
      type: "application/vnd.amazon.soci.index.v1+json",
      role: "artifact",
      places: ["artifactType", "config"],
      status: "legacy",
      replacedBy: "application/vnd.amazon.soci.index.v2+json",
      title: "SOCI index v1",
      summary: "Seekable-OCI index that refers to its image by subject."
    },
    {
      type: "application/vnd.amazon.soci.index.v2+json",
      role: "artifact",
      places: ["artifactType", "config"],
      title: "SOCI index v2",
      summary: "Seekable-OCI index that sits beside its image in the image index."
    },
    {
      type: "application/vnd.amazon.soci.prefetch.v1+json",
      role: "layer",
      title: "SOCI prefetch list",
      summary: "Spans of a layer to fetch ahead."
    }
  ] },
  { ecosystem: "Stacker", rows: [
    {
      type: "application/vnd.oci.image.layer.squashfs",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.stacker.image.layer.squashfs",
      title: "Squashfs layer, old",
      summary: "Squashfs layer type that stacker first placed in the OCI name space."
    },
    {
      type: "application/vnd.stacker.image.layer.squashfs",
      role: "layer",
      title: "Squashfs layer",
      summary: "Squashfs file system image. Suffixes +gzip or +zstd and +verity can follow."
    },
    {
      type: "application/vnd.stacker.image.layer.erofs",
      role: "layer",
      title: "EROFS layer, stacker",
      summary: "EROFS file system image. Suffixes such as +lz4hc, +zstd and +verity can follow."
    }
  ] },
  { ecosystem: "Tart", rows: [
    {
      type: "application/vnd.cirruslabs.tart.config.v1",
      role: "layer",
      title: "Tart config",
      summary: "VM config. The first layer, while config is an OCI image config."
    },
    {
      type: "application/vnd.cirruslabs.tart.disk.v2",
      role: "layer",
      title: "Tart disk",
      summary: "Compressed chunk of a VM disk."
    },
    {
      type: "application/vnd.cirruslabs.tart.disk.v1",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cirruslabs.tart.disk.v2",
      title: "Tart disk, old",
      summary: "Older disk chunk."
    },
    { type: "application/vnd.cirruslabs.tart.nvram.v1", role: "layer", title: "Tart NVRAM", summary: "VM NVRAM." }
  ] },
  { ecosystem: "Singularity/Apptainer SIF", rows: [
    {
      type: "application/vnd.sylabs.sif.config.v1+json",
      role: "config",
      title: "SIF config",
      summary: "Config of a Singularity or Apptainer image."
    },
    { type: "application/vnd.sylabs.sif.layer.v1.sif", role: "layer", title: "SIF image", summary: "The SIF file." },
    {
      type: "application/vnd.sylabs.sif.layer.v1.squashfs",
      role: "layer",
      title: "SIF squashfs",
      summary: "Squashfs layer of an OCI-SIF."
    },
    {
      type: "application/vnd.sylabs.sif.config.v1",
      role: "config",
      status: "legacy",
      replacedBy: "application/vnd.sylabs.sif.config.v1+json",
      title: "SIF config, old",
      summary: "Earlier name."
    }
  ] },
  { ecosystem: "LF Edge", rows: [
    {
      type: "application/vnd.lfedge.eci.config.v1+json",
      role: "config",
      title: "LF Edge config",
      summary: "Config of an edge container image."
    },
    {
      type: "application/vnd.lfedge.eci.kernel.layer.v1.tar",
      role: "layer",
      title: "LF Edge kernel",
      summary: "Kernel."
    },
    {
      type: "application/vnd.lfedge.eci.initrd.layer.v1.tar",
      role: "layer",
      title: "LF Edge initrd",
      summary: "Initial RAM disk."
    },
    {
      type: "application/vnd.lfedge.disk.layer.v1+raw",
      role: "layer",
      title: "LF Edge raw disk",
      summary: "Raw disk image."
    }
  ] },
  { ecosystem: "Inspektor Gadget", rows: [
    {
      type: "application/vnd.gadget.ebpf.program.v1+binary",
      role: "layer",
      title: "eBPF program",
      summary: "eBPF object of an Inspektor Gadget image."
    },
    {
      type: "application/vnd.gadget.wasm.program.v1+binary",
      role: "layer",
      title: "Gadget wasm",
      summary: "Wasm module of a gadget."
    },
    {
      type: "application/vnd.gadget.btfgen.v1+binary",
      role: "layer",
      title: "Gadget BTF",
      summary: "Kernel type information for a gadget."
    },
    {
      type: "application/vnd.gadget.config.v1+yaml",
      role: "config",
      title: "Gadget metadata",
      summary: "Metadata of a gadget."
    },
    {
      type: "application/vnd.gadget.v1+binary",
      role: "artifact",
      title: "Gadget",
      summary: "Artifact type of a gadget."
    }
  ] },
  { ecosystem: "KubeArmor", rows: [
    {
      type: "application/vnd.cncf.kubearmor.config.v1+json",
      role: "config",
      places: ["config", "artifactType"],
      title: "KubeArmor config",
      summary: "Config or artifact type of KubeArmor policies."
    },
    {
      type: "application/vnd.cncf.kubearmor.policy.layer.v1.yaml",
      role: "layer",
      format: "yaml",
      title: "KubeArmor policy",
      summary: "One policy in YAML."
    }
  ] },
  { ecosystem: "Falco", rows: [
    {
      type: "application/vnd.cncf.falco.rulesfile.config.v1+json",
      role: "config",
      title: "Falco rulesfile config",
      summary: "Name, version and dependencies of a Falco rulesfile."
    },
    {
      type: "application/vnd.cncf.falco.rulesfile.layer.v1+tar.gz",
      role: "layer",
      compression: "gzip",
      title: "Falco rulesfile",
      summary: "Archive with a Falco rulesfile."
    },
    {
      type: "application/vnd.cncf.falco.plugin.config.v1+json",
      role: "config",
      title: "Falco plugin config",
      summary: "Name, version and dependencies of a Falco plugin."
    },
    {
      type: "application/vnd.cncf.falco.plugin.layer.v1+tar.gz",
      role: "layer",
      compression: "gzip",
      title: "Falco plugin",
      summary: "Archive with a Falco plugin."
    },
    {
      type: "application/vnd.cncf.falco.asset.config.v1+json",
      role: "config",
      title: "Falco asset config",
      summary: "Name, version and dependencies of a Falco asset."
    },
    {
      type: "application/vnd.cncf.falco.asset.layer.v1+tar.gz",
      role: "layer",
      compression: "gzip",
      title: "Falco asset",
      summary: "Archive with a Falco asset."
    }
  ] },
  { ecosystem: "WASM", rows: [
    {
      type: "application/vnd.module.wasm.content.layer.v1+wasm",
      role: "layer",
      title: "Wasm module, old",
      summary: "Wasm module. Trivy modules and older wasmCloud use it."
    },
    {
      type: "application/vnd.module.wasm.config.v1+json",
      role: "config",
      status: "legacy",
      title: "Wasm module config, old",
      summary: "Config beside the older module type."
    },
    {
      type: "application/vnd.wasm.config.v0+json",
      role: "config",
      title: "Wasm OCI config",
      summary: "Config of the CNCF Wasm OCI artifact layout, os is wasip1 or wasip2, architecture wasm."
    },
    {
      type: "application/wasm",
      role: "layer",
      title: "Wasm component",
      summary: "Raw Wasm module or component, exactly one layer in the CNCF layout."
    },
    {
      type: "application/vnd.wasm.config.v1+json",
      role: "config",
      status: "legacy",
      replacedBy: "application/vnd.wasm.config.v0+json",
      title: "Wasm config",
      summary: "Config of wasm-to-oci and of Kubewarden-style policies.",
      note: "The newer CNCF layout carries the lower number v0."
    },
    {
      type: "application/vnd.wasm.content.layer.v1+wasm",
      role: "layer",
      title: "Wasm content",
      summary: "Wasm module of wasm-to-oci, Spin and Kubewarden."
    },
    {
      type: "application/vnd.wasm.component.v1+wasm",
      role: "artifact",
      title: "Wasm component, example",
      summary: "artifactType that appears in a manifest of the Rust client's tests.",
      note: "Seen in a test only."
    },
    {
      type: "application/vnd.wasm.content.layer.v1+data",
      role: "layer",
      title: "Spin data file",
      summary: "Static file of a Spin application."
    },
    {
      type: "application/vnd.fermyon.spin.application.v1+config",
      role: "layer",
      title: "Spin application",
      summary: "Locked Spin application manifest."
    },
    {
      type: "application/vnd.wasmcloud.provider.archive.config",
      role: "config",
      title: "wasmCloud provider config",
      summary: "Config of a capability provider archive."
    },
    {
      type: "application/vnd.wasmcloud.provider.archive.layer.v1+par",
      role: "layer",
      title: "wasmCloud provider",
      summary: "Capability provider archive."
    }
  ] }
];

// server/src/oci/facts/media-types/supply-chain.ts
var supplyChainMediaTypes = [
  { ecosystem: "Cosign/Sigstore", rows: [
    {
      type: "application/vnd.dev.cosign.simplesigning.v1+json",
      role: "layer",
      title: "Cosign signature payload",
      summary: "Simple-signing payload. The signature itself is an annotation of the layer."
    },
    {
      type: "application/vnd.dev.cosign.artifact.sig.v1+json",
      role: "artifact",
      places: ["artifactType", "config"],
      title: "Cosign signature",
      summary: "Cosign signature manifest in OCI 1.1 referrers mode."
    },
    {
      type: "application/vnd.dev.cosign.artifact.sbom.v1+json",
      role: "artifact",
      places: ["artifactType", "config"],
      status: "deprecated",
      replacedBy: "application/vnd.dev.sigstore.bundle.v0.3+json",
      title: "Cosign SBOM",
      summary: "Attached SBOM in referrers mode."
    },
    {
      type: "application/vnd.dev.sigstore.bundle.v0.3+json",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "Sigstore bundle v0.3",
      summary: "Signature or attestation with all its verification material. Used as artifactType and layer type alike."
    },
    {
      type: "application/vnd.dev.sigstore.bundle+json;version=0.3",
      role: "layer",
      places: ["layers", "artifactType"],
      status: "legacy",
      replacedBy: "application/vnd.dev.sigstore.bundle.v0.3+json",
      format: "json",
      title: "Sigstore bundle, old spelling",
      summary: "Bundle type with a parameter. The parameter is not valid in an OCI media type.",
      note: "version=0.1 and version=0.2 exist too."
    },
    {
      type: "application/vnd.dev.sigstore.trustedroot+json",
      role: "blob",
      title: "Sigstore trusted root",
      summary: "Trust root of a Sigstore instance. In its documents the name carries a version parameter."
    },
    {
      type: "application/vnd.dsse.envelope.v1+json",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "DSSE envelope",
      summary: "Signed envelope around an in-toto statement."
    }
  ] },
  { ecosystem: "Notation", rows: [
    {
      type: "application/vnd.cncf.notary.signature",
      role: "artifact",
      places: ["artifactType", "config"],
      title: "Notation signature",
      summary: "Notary Project signature manifest."
    },
    { type: "application/jose+json", role: "layer", title: "JWS envelope", summary: "Signature in JWS JSON form." },
    { type: "application/cose", role: "layer", title: "COSE envelope", summary: "Signature in COSE form." },
    {
      type: "application/vnd.cncf.notary.payload.v1+json",
      role: "blob",
      title: "Notation payload",
      summary: "Signed payload inside the envelope."
    },
    {
      type: "application/vnd.cncf.notary.v2",
      role: "artifact",
      status: "legacy",
      replacedBy: "application/vnd.cncf.notary.signature",
      title: "Notary v2 prototype",
      summary: "Artifact type of early prototypes."
    }
  ] },
  { ecosystem: "in-toto", rows: [
    {
      type: "application/vnd.in-toto+json",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "in-toto statement",
      summary: "One in-toto statement such as SLSA provenance or an SBOM. The predicate type sits in an annotation."
    }
  ] },
  { ecosystem: "SPDX", rows: [
    { type: "text/spdx", role: "layer", title: "SPDX tag-value", summary: "SPDX document in tag-value form." },
    {
      type: "text/spdx+json",
      role: "layer",
      status: "legacy",
      replacedBy: "application/spdx+json",
      title: "SPDX JSON, Cosign name",
      summary: "SPDX JSON as Cosign named it."
    },
    { type: "text/spdx+xml", role: "layer", title: "SPDX XML", summary: "SPDX document in XML." },
    {
      type: "application/spdx+json",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "SPDX JSON",
      summary: "SPDX SBOM in JSON, also used as artifactType."
    }
  ] },
  { ecosystem: "CycloneDX", rows: [
    {
      type: "application/vnd.cyclonedx+json",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "CycloneDX JSON",
      summary: "CycloneDX SBOM in JSON, also used as artifactType."
    },
    {
      type: "application/vnd.cyclonedx+xml",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "CycloneDX XML",
      summary: "CycloneDX SBOM in XML."
    },
    {
      type: "application/vnd.cyclonedx",
      role: "layer",
      status: "legacy",
      replacedBy: "application/vnd.cyclonedx+json",
      title: "CycloneDX",
      summary: "CycloneDX SBOM without a stated encoding."
    }
  ] },
  { ecosystem: "Syft", rows: [
    {
      type: "application/vnd.syft+json",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "Syft SBOM",
      summary: "SBOM in Syft's own JSON."
    }
  ] },
  { ecosystem: "OpenVEX", rows: [
    {
      type: "application/vnd.openvex+json",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "OpenVEX",
      summary: "VEX statement document attached to an image.",
      note: "Seen in scripts and guides, not in a specification. In-toto attestations with an OpenVEX predicate are the other common form."
    }
  ] },
  { ecosystem: "SARIF", rows: [
    {
      type: "application/sarif+json",
      role: "layer",
      places: ["layers", "artifactType"],
      title: "SARIF",
      summary: "Static analysis or scan report."
    }
  ] },
  { ecosystem: "Trivy", rows: [
    {
      type: "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
      role: "layer",
      title: "Trivy database",
      summary: "Vulnerability database."
    },
    {
      type: "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip",
      role: "layer",
      title: "Trivy Java database",
      summary: "Index of Java archives."
    },
    {
      type: "application/vnd.aquasec.trivy.config.v1+json",
      role: "config",
      places: ["config", "artifactType"],
      title: "Trivy config",
      summary: "Config of Trivy databases."
    }
  ] },
  { ecosystem: "Harbor", rows: [
    {
      type: "application/vnd.goharbor.harbor.sbom.v1",
      role: "artifact",
      title: "Harbor SBOM",
      summary: "SBOM that Harbor generated and attached to an image."
    },
    {
      type: "application/vnd.security.vulnerability.report",
      role: "blob",
      title: "Harbor vulnerability report",
      summary: "Report type of Harbor's scanner interface."
    },
    {
      type: "application/vnd.caicloud.model.config.v1alpha1+json",
      role: "config",
      status: "legacy",
      title: "Caicloud model config",
      summary: "Example in Harbor of a config type that Harbor can show without a plugin."
    }
  ] },
  { ecosystem: "Microsoft", rows: [
    {
      type: "application/vnd.microsoft.artifact.lifecycle",
      role: "artifact",
      title: "Microsoft lifecycle",
      summary: "Referrer that carries an end-of-life date in an annotation."
    }
  ] },
  { ecosystem: "Artifact Hub", rows: [
    {
      type: "application/vnd.cncf.artifacthub.config.v1+yaml",
      role: "config",
      places: ["config", "artifactType"],
      title: "Artifact Hub config",
      summary: "Marks Artifact Hub repository metadata, pushed under the tag artifacthub.io."
    },
    {
      type: "application/vnd.cncf.artifacthub.repository-metadata.layer.v1.yaml",
      role: "layer",
      format: "yaml",
      title: "Artifact Hub metadata",
      summary: "The artifacthub-repo.yml file."
    }
  ] },
  { ecosystem: "ORAS", rows: [
    {
      type: "application/vnd.cncf.oras.artifact.manifest.v1+json",
      role: "artifact-manifest",
      status: "legacy",
      replacedBy: "application/vnd.oci.image.manifest.v1+json",
      title: "ORAS artifact manifest",
      summary: "Manifest of the archived ORAS artifacts specification."
    },
    {
      type: "application/vnd.unknown.config.v1+json",
      role: "config",
      places: ["config", "artifactType"],
      title: "Unknown config",
      summary: "Default config type of ORAS when none was given."
    },
    {
      type: "application/vnd.unknown.artifact.v1",
      role: "artifact",
      title: "Unknown artifact",
      summary: "Default artifactType of ORAS when none was given."
    },
    {
      type: "application/vnd.oras.config.v1+json",
      role: "config",
      title: "ORAS config",
      summary: "Example config type of the ORAS documentation that many pushes copied."
    }
  ] },
  { ecosystem: "regclient", rows: [
    {
      type: "application/vnd.unknown.config+json",
      role: "config",
      title: "Unknown config, regctl",
      summary: "Default type of regctl artifact put."
    }
  ] }
];

// server/src/oci/facts/media-types.ts
var documentPlaces = ["document", "manifests", "subject"];
var placesOf = {
  index: documentPlaces,
  manifest: documentPlaces,
  "artifact-manifest": documentPlaces,
  config: ["config"],
  layer: ["layers"],
  artifact: ["artifactType"],
  empty: ["config", "layers"],
  blob: []
};
var mediaTypeInfos = [
  ...ociMediaTypes,
  ...dockerMediaTypes,
  ...supplyChainMediaTypes,
  ...packageMediaTypes,
  ...runtimeMediaTypes,
  ...modelMediaTypes
].flatMap(({ ecosystem: ecosystem2, rows }) => rows.map((row) => infoOf(row, ecosystem2)));
var infosByType = new Map(mediaTypeInfos.map((info) => [info.type, info]));
function mediaTypeInfoOf(type) {
  return infosByType.get(type);
}
function compressionOf(type) {
  const info = infosByType.get(type);
  return info === void 0 ? compressionInNameOf(type) : info.compression;
}
function infoOf(row, ecosystem2) {
  const compression = row.compression ?? compressionInNameOf(row.type);
  const format = row.format ?? formatInNameOf(row.type);
  return {
    status: "current",
    places: placesOf[row.role],
    ...row,
    ...compression === void 0 ? {} : { compression },
    ...format === void 0 ? {} : { format },
    ecosystem: ecosystem2
  };
}
function compressionInNameOf(type) {
  return /[+.](gzip|zstd)(?:\+encrypted)?$/.exec(type)?.[1];
}
function formatInNameOf(type) {
  if (type.endsWith("+json")) return "json";
  return type.endsWith("+yaml") ? "yaml" : void 0;
}

// server/src/oci/facts/image-layers.ts
var imageEcosystems = /* @__PURE__ */ new Set(["containerd", "EROFS", "Stacker", "Nydus", "WASM"]);
function isFileSystemLayerType(type) {
  return type.startsWith("application/vnd.oci.image.layer.") || type.startsWith("application/vnd.docker.image.rootfs.");
}
function isImageLayerType(type) {
  return isFileSystemLayerType(type) || imageEcosystems.has(mediaTypeInfoOf(type)?.ecosystem);
}

// server/src/oci/facts/media-type-mistakes.ts
var mistakes = [
  { from: "application/vnd.oci.image.layer.v1.tar.gzip", to: "application/vnd.oci.image.layer.v1.tar+gzip" },
  { from: "application/vnd.oci.image.layer.v1.tar.gz", to: "application/vnd.oci.image.layer.v1.tar+gzip" },
  { from: "application/vnd.oci.image.layer.v1.tar+gz", to: "application/vnd.oci.image.layer.v1.tar+gzip" },
  { from: "application/vnd.oci.image.layer.v1.tar.zstd", to: "application/vnd.oci.image.layer.v1.tar+zstd" },
  { from: "application/vnd.oci.image.layer.tar+gzip", to: "application/vnd.oci.image.layer.v1.tar+gzip" },
  { from: "application/vnd.oci.image.layer.v1+tar+gzip", to: "application/vnd.oci.image.layer.v1.tar+gzip" },
  { from: "application/vnd.docker.image.rootfs.diff.tar+gzip", to: "application/vnd.docker.image.rootfs.diff.tar.gzip" },
  { from: "application/vnd.docker.image.rootfs.diff.tar+zstd", to: "application/vnd.docker.image.rootfs.diff.tar.zstd" },
  { from: "application/vnd.oci.image.manifest.v1", to: "application/vnd.oci.image.manifest.v1+json" },
  { from: "application/vnd.oci.image.index.v1", to: "application/vnd.oci.image.index.v1+json" },
  { from: "application/vnd.oci.image.config.v1", to: "application/vnd.oci.image.config.v1+json" },
  { from: "application/vnd.oci.empty.v1", to: "application/vnd.oci.empty.v1+json" },
  { from: "application/vnd.oci.image.manifest+json", to: "application/vnd.oci.image.manifest.v1+json" },
  { from: "application/vnd.oci.image.index+json", to: "application/vnd.oci.image.index.v1+json" },
  { from: "application/vnd.oci.image.config+json", to: "application/vnd.oci.image.config.v1+json" },
  { from: "application/vnd.oci.empty+json", to: "application/vnd.oci.empty.v1+json" },
  { from: "application/vnd.oci.image.index.v2+json", to: "application/vnd.oci.image.index.v1+json" },
  { from: "application/vnd.oci.image.config.v2+json", to: "application/vnd.oci.image.config.v1+json" },
  { from: "application/vnd.oci.image.manifest.v2+json", to: "application/vnd.oci.image.manifest.v1+json" },
  { from: "application/vnd.oci.image.manifest.list.v1+json", to: "application/vnd.oci.image.index.v1+json" },
  { from: "application/vnd.oci.scratch.v1+json", to: "application/vnd.oci.empty.v1+json" },
  { from: "application/vnd.docker.distribution.manifest.list.v1+json", to: "application/vnd.docker.distribution.manifest.list.v2+json" },
  { from: "application/vnd.cncf.helm.chart.config.v1+json", to: "application/vnd.cncf.helm.config.v1+json" },
  { from: "application/vnd.dev.cosign.bundle.v0.3+json", to: "application/vnd.dev.sigstore.bundle.v0.3+json" },
  { from: "application/spdx", to: "application/spdx+json" }
];
var prefixMistakes = ["appliciation/", "applicaiton/", "aplication/", "appplication/", "/application/"];
var mistakesByType = new Map(mistakes.map((mistake) => [mistake.from, mistake]));
function mediaTypeMistakeOf(type) {
  const known2 = mistakesByType.get(type);
  if (known2 !== void 0 || type.startsWith("application/")) return known2;
  const prefix2 = prefixMistakes.find((candidate) => type.startsWith(candidate));
  return prefix2 === void 0 ? void 0 : { from: type, to: `application/${type.slice(prefix2.length)}` };
}

// server/src/oci/own-types.ts
var ecosystem = "of your own";
function mediaTypeInfoIn(own, type) {
  const ownInfo = own?.mediaTypes.get(type);
  if (ownInfo !== void 0) return ownInfo;
  const profile = own?.profiles.get(type);
  return profile === void 0 ? mediaTypeInfoOf(type) : artifactInfoOf(type, profile);
}
function artifactInfoOf(type, { title, summary }) {
  return { type, role: "artifact", places: ["artifactType"], title, summary, status: "current", ecosystem };
}

// server/src/rules/support/meant-type.ts
function meantBy2(type, own) {
  if (mediaTypeInfoIn(own, type) !== void 0) return void 0;
  const mistake = mediaTypeMistakeOf(type);
  if (mistake !== void 0) return mistake.to;
  if (mediaTypeProblemOf(type) !== void 0) return void 0;
  return nearestOf(type, knownTypes(), 20);
}
function* knownTypes() {
  for (const { type } of mediaTypeInfos) yield type;
}

// server/src/rules/artifact/artifact-config-type.ts
function mayBeImageLayerType(type) {
  return isImageLayerType(type) || mediaTypeProblemOf(type) !== void 0 || isImageLayerType(meantBy2(type, void 0) ?? "");
}
var artifactConfigType = {
  meta: {
    id: "artifact-config-type",
    title: "Image config in a manifest without image layers",
    kinds: ["manifest"],
    severity: "warning",
    profile: "spec",
    clauses: ["artifact-config-type", "artifact-config-not-image-type", "manifest-config-artifact-portable"],
    fixable: false
  },
  *check(document) {
    const { root: root2 } = document;
    const node = valueOf(valueOf(root2, "config"), "mediaType");
    const configMediaType = stringOf(node);
    if (node === void 0 || configMediaType !== mediaTypes.config) return;
    const layerMediaTypes = layersOf(document).map(({ type = "" }) => type);
    if (layerMediaTypes.length === 0 || layerMediaTypes.some(mayBeImageLayerType)) return;
    if (layerMediaTypes.some((type) => kindOfMediaType(type) !== void 0)) return;
    if (document.json.faults.some(({ code }) => losesText(code))) return;
    const artifactType = stringAt(root2, "artifactType");
    const profile = profileOf({ artifactType, configMediaType, layerMediaTypes });
    if (profile !== void 0 && profile.id !== "oci-image") return;
    const message4 = "Image config, but no layer is an image layer. Use another config type, or the empty config with `artifactType`.";
    yield findingAtValue(node, message4, { clause: "artifact-config-type" });
  }
};

// server/src/rules/support/named-profile.ts
var namedProfileOf = once(({ root: root2, hints }) => {
  const artifactType = stringAt(root2, "artifactType");
  const own = hints.ownTypes?.profiles.get(artifactType ?? "");
  if (own !== void 0) return own;
  const configMediaType = stringAt(valueOf(root2, "config"), "mediaType");
  const profile = profileOf({ artifactType, configMediaType });
  if (profile?.document !== "manifest" || profile.status !== "current") return void 0;
  if (profile.identifiedBy === "artifact-type") return profile;
  const isImage2 = kindOfMediaType(configMediaType) !== void 0;
  return profile.identifiedBy === "config" && !isImage2 ? profile : void 0;
});

// server/src/rules/artifact/artifact-config.ts
var artifactConfig = {
  meta: {
    id: "artifact-config",
    title: "Unexpected config type for this artifact type",
    kinds: ["manifest"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    const profile = namedProfileOf(document);
    const node = valueOf(valueOf(document.root, "config"), "mediaType");
    const type = stringOf(node);
    if (profile?.config === void 0 || profile.config.length === 0 || node === void 0 || type === void 0)
      return;
    if (profile.config.includes(type) || meantBy2(type, document.hints.ownTypes) !== void 0 || isImageConfig2(type))
      return;
    const message4 = `Unexpected config type in a ${profile.title}. Expected ${profile.config.slice(0, 3).join(" or ")}.`;
    yield findingAtValue(node, message4);
  }
};
function isImageConfig2(type) {
  return type === "application/vnd.oci.image.config.v1+json";
}

// server/src/rules/artifact/artifact-layers.ts
var artifactLayers = {
  meta: {
    id: "artifact-layers",
    title: "Unexpected or missing layers for this artifact type",
    kinds: ["manifest"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    const profile = namedProfileOf(document);
    const slots2 = profile?.layers ?? [];
    if (profile === void 0 || slots2.length === 0 || slots2.some(({ types }) => types.length === 0)) return;
    const layers2 = layersOf(document);
    const title = profile.title;
    if (profile.otherLayers === "unexpected") {
      for (const { mediaType, type } of layers2) {
        if (mediaType === void 0 || type === void 0 || isExpected(type, slots2, document)) continue;
        const expected = slots2.flatMap(({ types }) => types);
        const message5 = `Unexpected layer type in a ${title}. Expected ${listed2(expected)}.`;
        yield findingAtValue(mediaType, message5);
      }
    }
    const member = memberOf(document.root, "layers");
    const missing = slots2.find((slot) => isMissing(slot, layers2));
    if (member === void 0 || missing === void 0 || layers2.some((layer) => isOdd(layer, document))) return;
    const message4 = `${title} requires a layer of type ${listed2(missing.types)}.`;
    yield findingAtName(member, message4);
  }
};
function isExpected(type, slots2, { hints }) {
  if (type === emptyContent.mediaType || meantBy2(type, hints.ownTypes) !== void 0) return true;
  return slots2.some(({ types }) => types.includes(type));
}
function isMissing({ types, min }, layers2) {
  return min > 0 && !layers2.some(({ type }) => type !== void 0 && types.includes(type));
}
function isOdd({ type }, { hints }) {
  return type === void 0 || type !== emptyContent.mediaType && meantBy2(type, hints.ownTypes) !== void 0;
}
function listed2(types) {
  const shown2 = [...new Set(types)].slice(0, 3).join(" or ");
  return types.length > 3 ? `${shown2} and others` : shown2;
}

// server/src/rules/support/artifact-manifest-edits.ts
function artifactManifestEdits({ kind, json, root: root2 }) {
  if (root2?.type !== "object" || !hasTraits(kind, "has-blobs")) return void 0;
  const artifactType = stringAt(root2, "artifactType");
  if (artifactType === void 0 || mediaTypeProblemOf(artifactType) !== void 0) return void 0;
  if (["config", "layers"].some((name) => memberOf(root2, name) !== void 0)) return void 0;
  const version = memberOf(root2, "schemaVersion") === void 0 ? [insertMember(json, root2, "schemaVersion", "2")] : [];
  return joined([
    ...version,
    ...ownTypeEdits(json, root2),
    ...contentEdits(json, root2),
    ...successorEdits(valueOf(root2, "annotations"))
  ]);
}
function ownTypeEdits(json, root2) {
  const type = JSON.stringify(mediaTypes.manifest);
  const written = valueOf(root2, "mediaType");
  return [written === void 0 ? insertMember(json, root2, "mediaType", type) : replaceValue(written, type)];
}
var emptyDescriptor = {
  mediaType: emptyContent.mediaType,
  digest: emptyContent.digests.sha256,
  size: Number(emptyContent.size),
  data: emptyContent.data
};
function contentEdits(json, root2) {
  const inserted = (name, value2) => insertMember(json, root2, name, valueLike(json, root2, value2), ["artifactType"]);
  const empty = emptyDescriptor;
  const config2 = inserted("config", empty);
  const blobs2 = memberOf(root2, "blobs");
  if (blobs2 === void 0) return [config2, inserted("layers", [empty])];
  if (itemsOf(blobs2.value).length > 0) return [config2, renameMember(blobs2, "layers")];
  const layers2 = valueLike(json, root2, [empty]);
  const value = blobs2.value === void 0 ? [] : [{ ...spanOf(blobs2.value), text: layers2 }];
  return [config2, renameMember(blobs2, "layers"), ...value];
}
function successorEdits(annotations2) {
  return membersOf(annotations2).flatMap((member) => {
    const successor2 = member.name.startsWith("org.opencontainers.artifact.") ? annotationInfoOf(member.name)?.replacedBy : void 0;
    const isFree = successor2 !== void 0 && memberOf(annotations2, successor2) === void 0;
    return isFree ? [renameMember(member, successor2)] : [];
  });
}

// server/src/rules/artifact/artifact-manifest-withdrawn.ts
var successor = "`application/vnd.oci.image.manifest.v1+json` with `artifactType`";
var artifactManifestWithdrawn = {
  meta: {
    id: "artifact-manifest-withdrawn",
    title: "Artifact manifest was withdrawn",
    kinds: ["artifact-manifest", "oras-artifact-manifest"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  *check(document) {
    const { row, root: root2 } = document;
    if (root2 === void 0 || row === void 0) return;
    const message4 = `${row.title}s were withdrawn. Use ${successor}.`;
    const edits = artifactManifestEdits(document);
    const fixes = edits === void 0 ? [] : [{ title: "Convert to an image manifest", edits, isSafe: false }];
    const mediaType = valueOf(root2, "mediaType");
    yield mediaType === void 0 ? { span: headOf(root2), pointer: "", message: message4, fixes } : findingAtValue(mediaType, message4, { fixes });
  }
};

// ../main/node_modules/@noble/hashes/_u64.js
var U32_MASK64 = /* @__PURE__ */ (() => BigInt(2 ** 32 - 1))();
var _32n = /* @__PURE__ */ BigInt(32);
function fromBig(n3, le2 = false) {
  if (le2)
    return { h: Number(n3 & U32_MASK64), l: Number(n3 >> _32n & U32_MASK64) };
  return { h: Number(n3 >> _32n & U32_MASK64) | 0, l: Number(n3 & U32_MASK64) | 0 };
}
function split(lst, le2 = false) {
  const len = lst.length;
  let Ah = new Uint32Array(len);
  let Al = new Uint32Array(len);
  for (let i2 = 0; i2 < len; i2++) {
    const { h: h3, l: l2 } = fromBig(lst[i2], le2);
    [Ah[i2], Al[i2]] = [h3, l2];
  }
  return [Ah, Al];
}
var fromNumH = (n3) => n3 / 2 ** 32 | 0;
var fromNumL = (n3) => n3 >>> 0;
function setU64FromNum(view, byteOffset, n3, isLE2) {
  const h3 = fromNumH(n3);
  const l2 = fromNumL(n3);
  view.setUint32(byteOffset, isLE2 ? l2 : h3, isLE2);
  view.setUint32(byteOffset + 4, isLE2 ? h3 : l2, isLE2);
}
var shrSH = (h3, _l, s2) => h3 >>> s2;
var shrSL = (h3, l2, s2) => h3 << 32 - s2 | l2 >>> s2;
var rotrSH = (h3, l2, s2) => h3 >>> s2 | l2 << 32 - s2;
var rotrSL = (h3, l2, s2) => h3 << 32 - s2 | l2 >>> s2;
var rotrBH = (h3, l2, s2) => h3 << 64 - s2 | l2 >>> s2 - 32;
var rotrBL = (h3, l2, s2) => h3 >>> s2 - 32 | l2 << 64 - s2;
function add(Ah, Al, Bh, Bl) {
  const l2 = (Al >>> 0) + (Bl >>> 0);
  return { h: Ah + Bh + (l2 / 2 ** 32 | 0) | 0, l: l2 | 0 };
}
var add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
var add3H = (low, Ah, Bh, Ch) => Ah + Bh + Ch + (low / 2 ** 32 | 0) | 0;
var add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
var add4H = (low, Ah, Bh, Ch, Dh) => Ah + Bh + Ch + Dh + (low / 2 ** 32 | 0) | 0;
var add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
var add5H = (low, Ah, Bh, Ch, Dh, Eh) => Ah + Bh + Ch + Dh + Eh + (low / 2 ** 32 | 0) | 0;

// ../main/node_modules/@noble/hashes/utils.js
function isBytes(a2) {
  return a2 instanceof Uint8Array || ArrayBuffer.isView(a2) && a2.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a2 && a2.BYTES_PER_ELEMENT === 1;
}
var atitle = (title) => title ? `"${title}" ` : "";
function anumber(n3, title = "") {
  if (typeof n3 !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n3);
  if (!Number.isSafeInteger(n3) || n3 < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n3);
  return n3;
}
function abytes(value, length, title = "") {
  if (isBytes(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber(length, "length");
  const bytes = isBytes(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
  const message4 = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes)
    throw new TypeError(message4);
  throw new RangeError(message4);
}
function copyBytes(bytes) {
  return Uint8Array.from(abytes(bytes));
}
var aobject = (value, label) => {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
var aopts = (value, label) => {
  aobject(value, label);
  const proto = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null)
    throw new TypeError(`"${label}" expected plain object`);
  if (Object.hasOwn(value, "__proto__"))
    throw new TypeError(`"${label}.__proto__" is not allowed`);
};
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out2, instance) {
  abytes(out2, void 0, "output");
  const min = instance.outputLen;
  if (!(out2.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function u8(arr) {
  return new Uint8Array(arr.buffer, arr.byteOffset, arr.byteLength);
}
function u32(arr) {
  return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
function clean(...arrays) {
  for (let i2 = 0; i2 < arrays.length; i2++) {
    arrays[i2].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
function rotr(word, shift) {
  return word << 32 - shift | word >>> shift;
}
var isLE = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
function byteSwap(word) {
  return word << 24 & 4278190080 | word << 8 & 16711680 | word >>> 8 & 65280 | word >>> 24 & 255;
}
var swap8IfBE = isLE ? (n3) => n3 : (n3) => byteSwap(n3) >>> 0;
function byteSwap32(arr) {
  for (let i2 = 0; i2 < arr.length; i2++) {
    arr[i2] = byteSwap(arr[i2]);
  }
  return arr;
}
var swap32IfBE = isLE ? (u3) => u3 : byteSwap32;
var hasHexBuiltin = /* @__PURE__ */ (() => (
  // @ts-ignore
  typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
))();
var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_3, i2) => i2.toString(16).padStart(2, "0"));
function bytesToHex(bytes) {
  abytes(bytes);
  if (hasHexBuiltin)
    return bytes.toHex();
  let hex = "";
  for (let i2 = 0; i2 < bytes.length; i2++) {
    hex += hexes[bytes[i2]];
  }
  return hex;
}
function checkOpts(defaults, opts, title = "opts") {
  aopts(defaults, "defaults");
  if (opts !== void 0)
    aopts(opts, title);
  const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
  return merged;
}
function createHasher(hashCons, info = {}) {
  if (typeof hashCons !== "function")
    throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
  info = checkOpts({}, info, "info");
  const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
  const tmp = hashCons(void 0);
  hashC.outputLen = tmp.outputLen;
  hashC.blockLen = tmp.blockLen;
  hashC.canXOF = tmp.canXOF;
  hashC.create = (opts) => hashCons(opts);
  Object.assign(hashC, info);
  return Object.freeze(hashC);
}
var oidNist = (suffix) => ({
  // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
  // Larger suffix values would need base-128 OID encoding and a different length byte.
  oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix])
});

// ../main/node_modules/@noble/hashes/_md.js
function Chi(a2, b3, c2) {
  return a2 & b3 ^ ~a2 & c2;
}
function Maj(a2, b3, c2) {
  return a2 & b3 ^ a2 & c2 ^ b3 & c2;
}
var HashMD = class {
  blockLen;
  outputLen;
  canXOF = false;
  padOffset;
  isLE;
  // For partial updates less than block size
  buffer;
  view;
  finished = false;
  length = 0;
  pos = 0;
  destroyed = false;
  constructor(blockLen, outputLen, padOffset, isLE2) {
    this.blockLen = blockLen;
    this.outputLen = outputLen;
    this.padOffset = padOffset;
    this.isLE = isLE2;
    this.buffer = new Uint8Array(blockLen);
    this.view = createView(this.buffer);
  }
  update(data) {
    aexists(this);
    abytes(data);
    const { view, buffer, blockLen } = this;
    const len = data.length;
    let processed = false;
    for (let pos = 0; pos < len; ) {
      const take = Math.min(blockLen - this.pos, len - pos);
      if (take === blockLen) {
        const dataView = createView(data);
        for (; blockLen <= len - pos; pos += blockLen)
          this.process(dataView, pos);
        processed = true;
        continue;
      }
      buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
      this.pos += take;
      pos += take;
      if (this.pos === blockLen) {
        this.process(view, 0);
        this.pos = 0;
        processed = true;
      }
    }
    this.length += data.length;
    if (processed)
      this.roundClean();
    return this;
  }
  digestInto(out2) {
    aexists(this);
    aoutput(out2, this);
    this.finished = true;
    const { buffer, view, blockLen, isLE: isLE2 } = this;
    let { pos } = this;
    buffer[pos++] = 128;
    buffer.fill(0, pos);
    if (this.padOffset > blockLen - pos) {
      this.process(view, 0);
      buffer.fill(0);
    }
    setU64FromNum(view, blockLen - 8, this.length * 8, isLE2);
    this.process(view, 0);
    this.roundClean();
    const oview = out2 === buffer ? view : createView(out2);
    const len = this.outputLen;
    const outLen = len / 4;
    const state = this.get();
    if (len % 4 || outLen > state.length)
      throw new Error("invalid outputLen");
    for (let i2 = 0; i2 < outLen; i2++)
      oview.setUint32(4 * i2, state[i2], isLE2);
  }
  digest() {
    const { buffer, outputLen } = this;
    this.digestInto(buffer);
    const res = buffer.slice(0, outputLen);
    this.destroy();
    return res;
  }
  _cloneIntoMeta(to) {
    const { buffer, length, finished: finished2, destroyed, pos } = this;
    to.destroyed = destroyed;
    to.finished = finished2;
    to.length = length;
    to.pos = pos;
    if (pos)
      to.buffer.set(buffer);
    return to;
  }
  clone() {
    return this._cloneInto();
  }
};
var SHA256_IV = /* @__PURE__ */ Uint32Array.from([
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
]);
var SHA512_IV = /* @__PURE__ */ Uint32Array.from([
  1779033703,
  4089235720,
  3144134277,
  2227873595,
  1013904242,
  4271175723,
  2773480762,
  1595750129,
  1359893119,
  2917565137,
  2600822924,
  725511199,
  528734635,
  4215389547,
  1541459225,
  327033209
]);

// ../main/node_modules/@noble/hashes/_blake.js
function G1s(a2, b3, c2, d4, x3) {
  a2 = a2 + b3 + x3 | 0;
  d4 = rotr(d4 ^ a2, 16);
  c2 = c2 + d4 | 0;
  b3 = rotr(b3 ^ c2, 12);
  return { a: a2, b: b3, c: c2, d: d4 };
}
function G2s(a2, b3, c2, d4, x3) {
  a2 = a2 + b3 + x3 | 0;
  d4 = rotr(d4 ^ a2, 8);
  c2 = c2 + d4 | 0;
  b3 = rotr(b3 ^ c2, 7);
  return { a: a2, b: b3, c: c2, d: d4 };
}

// ../main/node_modules/@noble/hashes/blake2.js
var _BLAKE2 = class {
  buffer;
  buffer32;
  finished = false;
  destroyed = false;
  length = 0;
  pos = 0;
  blockLen;
  outputLen;
  canXOF = false;
  constructor(blockLen, outputLen) {
    anumber(blockLen);
    anumber(outputLen);
    this.blockLen = blockLen;
    this.outputLen = outputLen;
    this.buffer = new Uint8Array(blockLen);
    this.buffer32 = u32(this.buffer);
  }
  update(data) {
    aexists(this);
    abytes(data);
    const { blockLen, buffer, buffer32 } = this;
    const len = data.length;
    const offset = data.byteOffset;
    const buf = data.buffer;
    for (let pos = 0; pos < len; ) {
      if (this.pos === blockLen) {
        swap32IfBE(buffer32);
        this.compress(buffer32, 0, false);
        swap32IfBE(buffer32);
        this.pos = 0;
      }
      const take = Math.min(blockLen - this.pos, len - pos);
      const dataOffset = offset + pos;
      if (take === blockLen && !(dataOffset % 4) && pos + take < len) {
        const data32 = new Uint32Array(buf, dataOffset, Math.floor((len - pos) / 4));
        swap32IfBE(data32);
        for (let pos32 = 0; pos + blockLen < len; pos32 += buffer32.length, pos += blockLen) {
          this.length += blockLen;
          this.compress(data32, pos32, false);
        }
        swap32IfBE(data32);
        continue;
      }
      buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
      this.pos += take;
      this.length += take;
      pos += take;
    }
    return this;
  }
  digestInto(out2) {
    aexists(this);
    aoutput(out2, this);
    if (out2.byteOffset & 3)
      throw new RangeError('"output" expected 4-byte aligned byteOffset, got ' + out2.byteOffset);
    const { pos, buffer32 } = this;
    this.finished = true;
    this.buffer.fill(0, pos);
    swap32IfBE(buffer32);
    this.compress(buffer32, 0, true);
    swap32IfBE(buffer32);
    const state = this.get();
    const out32 = out2 === this.buffer ? buffer32 : u32(out2);
    const full = Math.floor(this.outputLen / 4);
    for (let i2 = 0; i2 < full; i2++)
      out32[i2] = swap8IfBE(state[i2]);
    const tail = this.outputLen % 4;
    if (!tail)
      return;
    const off = full * 4;
    const word = state[full];
    for (let i2 = 0; i2 < tail; i2++)
      out2[off + i2] = word >>> 8 * i2;
  }
  digest() {
    const { buffer, outputLen } = this;
    this.digestInto(buffer);
    const res = buffer.slice(0, outputLen);
    this.destroy();
    return res;
  }
  _cloneInto(to) {
    const { buffer, length, finished: finished2, destroyed, outputLen, pos } = this;
    to ||= new this.constructor({ dkLen: outputLen });
    to.set(...this.get());
    to.buffer.set(buffer);
    to.destroyed = destroyed;
    to.finished = finished2;
    to.length = length;
    to.pos = pos;
    to.outputLen = outputLen;
    return to;
  }
  clone() {
    return this._cloneInto();
  }
};
function _compress(s2, offset, msg, rounds, v0, v1, v22, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15) {
  let j = 0;
  for (let i2 = 0; i2 < rounds; i2++) {
    ({ a: v0, b: v4, c: v8, d: v12 } = G1s(v0, v4, v8, v12, msg[offset + s2[j++]]));
    ({ a: v0, b: v4, c: v8, d: v12 } = G2s(v0, v4, v8, v12, msg[offset + s2[j++]]));
    ({ a: v1, b: v5, c: v9, d: v13 } = G1s(v1, v5, v9, v13, msg[offset + s2[j++]]));
    ({ a: v1, b: v5, c: v9, d: v13 } = G2s(v1, v5, v9, v13, msg[offset + s2[j++]]));
    ({ a: v22, b: v6, c: v10, d: v14 } = G1s(v22, v6, v10, v14, msg[offset + s2[j++]]));
    ({ a: v22, b: v6, c: v10, d: v14 } = G2s(v22, v6, v10, v14, msg[offset + s2[j++]]));
    ({ a: v3, b: v7, c: v11, d: v15 } = G1s(v3, v7, v11, v15, msg[offset + s2[j++]]));
    ({ a: v3, b: v7, c: v11, d: v15 } = G2s(v3, v7, v11, v15, msg[offset + s2[j++]]));
    ({ a: v0, b: v5, c: v10, d: v15 } = G1s(v0, v5, v10, v15, msg[offset + s2[j++]]));
    ({ a: v0, b: v5, c: v10, d: v15 } = G2s(v0, v5, v10, v15, msg[offset + s2[j++]]));
    ({ a: v1, b: v6, c: v11, d: v12 } = G1s(v1, v6, v11, v12, msg[offset + s2[j++]]));
    ({ a: v1, b: v6, c: v11, d: v12 } = G2s(v1, v6, v11, v12, msg[offset + s2[j++]]));
    ({ a: v22, b: v7, c: v8, d: v13 } = G1s(v22, v7, v8, v13, msg[offset + s2[j++]]));
    ({ a: v22, b: v7, c: v8, d: v13 } = G2s(v22, v7, v8, v13, msg[offset + s2[j++]]));
    ({ a: v3, b: v4, c: v9, d: v14 } = G1s(v3, v4, v9, v14, msg[offset + s2[j++]]));
    ({ a: v3, b: v4, c: v9, d: v14 } = G2s(v3, v4, v9, v14, msg[offset + s2[j++]]));
  }
  return { v0, v1, v2: v22, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15 };
}

// ../main/node_modules/@noble/hashes/blake3.js
var B3_Flags = {
  CHUNK_START: 1,
  CHUNK_END: 2,
  PARENT: 4,
  ROOT: 8,
  KEYED_HASH: 16,
  DERIVE_KEY_CONTEXT: 32,
  DERIVE_KEY_MATERIAL: 64
};
var B3_IV = /* @__PURE__ */ SHA256_IV.slice();
var B3_SIGMA = /* @__PURE__ */ (() => {
  const Id = Array.from({ length: 16 }, (_3, i2) => i2);
  const permute = (arr) => [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8].map((i2) => arr[i2]);
  const res = [];
  for (let i2 = 0, v3 = Id; i2 < 7; i2++, v3 = permute(v3))
    res.push(...v3);
  return Uint8Array.from(res);
})();
var _BLAKE3 = class __BLAKE3 extends _BLAKE2 {
  canXOF = true;
  chunkPos = 0;
  // Position of current block in chunk
  // How many chunks we already have; exact while this stays within
  // JS's safe-integer range.
  chunksDone = 0;
  flags = 0 | 0;
  IV;
  state;
  stack = [];
  // Output
  posOut = 0;
  bufferOut32 = new Uint32Array(16);
  bufferOut;
  // Index of output chunk; exact while this stays within JS's
  // safe-integer range.
  chunkOut = 0;
  enableXOF = true;
  constructor(opts = {}, flags = 0) {
    opts = checkOpts({}, opts);
    super(64, opts.dkLen === void 0 ? 32 : opts.dkLen);
    const { key, context } = opts;
    const hasContext = context !== void 0;
    if (key !== void 0) {
      if (hasContext)
        throw new Error('cannot use both "key" and "context"');
      abytes(key, 32, "key");
      const k = copyBytes(key);
      this.IV = u32(k);
      swap32IfBE(this.IV);
      this.flags = flags | B3_Flags.KEYED_HASH;
    } else if (hasContext) {
      abytes(context, void 0, "context");
      const ctx = context;
      const contextKey = new __BLAKE3({ dkLen: 32 }, B3_Flags.DERIVE_KEY_CONTEXT).update(ctx).digest();
      this.IV = u32(contextKey);
      swap32IfBE(this.IV);
      this.flags = flags | B3_Flags.DERIVE_KEY_MATERIAL;
    } else {
      this.IV = B3_IV;
      this.flags = flags;
    }
    this.state = this.IV.slice();
    this.bufferOut = u8(this.bufferOut32);
  }
  // _BLAKE2's scalar-state hooks are unused here: BLAKE3 keeps its tree/XOF state in arrays and
  // copies it directly in _cloneInto().
  get() {
    return [];
  }
  set() {
  }
  // Truncated chunk/parent compression: seed v8..v15 as IV[0..3], t0, t1,
  // block length, and flags, then keep only the first 8 output words.
  b2Compress(counter, flags, buf, bufPos = 0) {
    const { state: s2, pos } = this;
    const t0 = fromNumL(counter);
    const t1 = fromNumH(counter);
    const { v0, v1, v2: v22, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15 } = _compress(B3_SIGMA, bufPos, buf, 7, s2[0], s2[1], s2[2], s2[3], s2[4], s2[5], s2[6], s2[7], B3_IV[0], B3_IV[1], B3_IV[2], B3_IV[3], t0, t1, pos, flags);
    s2[0] = v0 ^ v8;
    s2[1] = v1 ^ v9;
    s2[2] = v22 ^ v10;
    s2[3] = v3 ^ v11;
    s2[4] = v4 ^ v12;
    s2[5] = v5 ^ v13;
    s2[6] = v6 ^ v14;
    s2[7] = v7 ^ v15;
  }
  compress(buf, bufPos = 0, isLast = false) {
    let flags = this.flags;
    if (!this.chunkPos)
      flags |= B3_Flags.CHUNK_START;
    if (this.chunkPos === 15 || isLast)
      flags |= B3_Flags.CHUNK_END;
    if (!isLast)
      this.pos = this.blockLen;
    this.b2Compress(this.chunksDone, flags, buf, bufPos);
    this.chunkPos += 1;
    if (this.chunkPos === 16 || isLast) {
      let chunk = this.state;
      this.state = this.IV.slice();
      for (let last, chunks = this.chunksDone + 1; isLast || !(chunks & 1); chunks = Math.floor(chunks / 2)) {
        if (!(last = this.stack.pop()))
          break;
        this.buffer32.set(last, 0);
        this.buffer32.set(chunk, 8);
        this.pos = this.blockLen;
        this.b2Compress(0, this.flags | B3_Flags.PARENT, this.buffer32, 0);
        chunk = this.state;
        this.state = this.IV.slice();
      }
      this.chunksDone++;
      this.chunkPos = 0;
      this.stack.push(chunk);
    }
    this.pos = 0;
  }
  // Overriding hides _BLAKE2's flat implementation, which would otherwise be inherited
  // and silently miss the tree state (CV stack, chunk counters; get()/set() are stubs here).
  _cloneInto(to) {
    const staleOutput = !!to && to.finished && !to.destroyed;
    to = super._cloneInto(to);
    const { IV, flags, state, chunkPos, posOut, chunkOut, stack, chunksDone } = this;
    to.state.set(state);
    to.stack = stack.map((i2) => Uint32Array.from(i2));
    if (IV === B3_IV) {
      if (to.IV !== B3_IV)
        clean(to.IV);
      to.IV = B3_IV;
    } else if (to.IV === B3_IV) {
      to.IV = IV.slice();
    } else {
      to.IV.set(IV);
    }
    to.flags = flags;
    to.chunkPos = chunkPos;
    to.chunksDone = chunksDone;
    to.posOut = posOut;
    to.chunkOut = chunkOut;
    to.enableXOF = this.enableXOF;
    if (this.finished) {
      to.bufferOut32.set(this.bufferOut32);
    } else if (staleOutput) {
      clean(to.bufferOut32);
    }
    return to;
  }
  destroy() {
    this.destroyed = true;
    clean(this.state, this.buffer32, this.bufferOut32);
    if (this.IV !== B3_IV)
      clean(this.IV);
    clean(...this.stack);
  }
  // Root/XOF compression: rerun the same ROOT inputs with incrementing output
  // counter `t` and materialize all 16 output words.
  // Same as b2Compress, but doesn't modify state and returns 16 u32 array (instead of 8)
  b2CompressOut() {
    const { state: s2, pos, flags, buffer32, bufferOut32: out32 } = this;
    const outCounter = this.chunkOut++;
    const t0 = fromNumL(outCounter);
    const t1 = fromNumH(outCounter);
    swap32IfBE(buffer32);
    const { v0, v1, v2: v22, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15 } = _compress(B3_SIGMA, 0, buffer32, 7, s2[0], s2[1], s2[2], s2[3], s2[4], s2[5], s2[6], s2[7], B3_IV[0], B3_IV[1], B3_IV[2], B3_IV[3], t0, t1, pos, flags);
    out32[0] = v0 ^ v8;
    out32[1] = v1 ^ v9;
    out32[2] = v22 ^ v10;
    out32[3] = v3 ^ v11;
    out32[4] = v4 ^ v12;
    out32[5] = v5 ^ v13;
    out32[6] = v6 ^ v14;
    out32[7] = v7 ^ v15;
    out32[8] = s2[0] ^ v8;
    out32[9] = s2[1] ^ v9;
    out32[10] = s2[2] ^ v10;
    out32[11] = s2[3] ^ v11;
    out32[12] = s2[4] ^ v12;
    out32[13] = s2[5] ^ v13;
    out32[14] = s2[6] ^ v14;
    out32[15] = s2[7] ^ v15;
    swap32IfBE(buffer32);
    swap32IfBE(out32);
    this.posOut = 0;
  }
  finish() {
    if (this.finished)
      return;
    this.finished = true;
    this.buffer.fill(0, this.pos);
    let flags = this.flags | B3_Flags.ROOT;
    if (this.stack.length) {
      flags |= B3_Flags.PARENT;
      swap32IfBE(this.buffer32);
      this.compress(this.buffer32, 0, true);
      swap32IfBE(this.buffer32);
      this.chunksDone = 0;
      this.pos = this.blockLen;
    } else {
      flags |= (!this.chunkPos ? B3_Flags.CHUNK_START : 0) | B3_Flags.CHUNK_END;
    }
    this.flags = flags;
    this.b2CompressOut();
  }
  writeInto(out2) {
    aexists(this, false);
    abytes(out2);
    this.finish();
    const { blockLen, bufferOut } = this;
    for (let pos = 0, len = out2.length; pos < len; ) {
      if (this.posOut >= blockLen)
        this.b2CompressOut();
      const take = Math.min(blockLen - this.posOut, len - pos);
      out2.set(bufferOut.subarray(this.posOut, this.posOut + take), pos);
      this.posOut += take;
      pos += take;
    }
    return out2;
  }
  xofInto(out2) {
    if (!this.enableXOF)
      throw new Error("no XOF after digest()");
    return this.writeInto(out2);
  }
  xof(bytes) {
    anumber(bytes);
    return this.xofInto(new Uint8Array(bytes));
  }
  digestInto(out2) {
    aoutput(out2, this);
    if (this.finished)
      throw new Error("digest() was already called");
    this.enableXOF = false;
    this.writeInto(out2.length === this.outputLen ? out2 : out2.subarray(0, this.outputLen));
    this.destroy();
  }
  digest() {
    const out2 = new Uint8Array(this.outputLen);
    this.digestInto(out2);
    return out2;
  }
};
var blake3 = /* @__PURE__ */ createHasher((opts = {}) => new _BLAKE3(opts));

// ../main/node_modules/@noble/hashes/sha2.js
var SHA256_K = /* @__PURE__ */ Uint32Array.from([
  1116352408,
  1899447441,
  3049323471,
  3921009573,
  961987163,
  1508970993,
  2453635748,
  2870763221,
  3624381080,
  310598401,
  607225278,
  1426881987,
  1925078388,
  2162078206,
  2614888103,
  3248222580,
  3835390401,
  4022224774,
  264347078,
  604807628,
  770255983,
  1249150122,
  1555081692,
  1996064986,
  2554220882,
  2821834349,
  2952996808,
  3210313671,
  3336571891,
  3584528711,
  113926993,
  338241895,
  666307205,
  773529912,
  1294757372,
  1396182291,
  1695183700,
  1986661051,
  2177026350,
  2456956037,
  2730485921,
  2820302411,
  3259730800,
  3345764771,
  3516065817,
  3600352804,
  4094571909,
  275423344,
  430227734,
  506948616,
  659060556,
  883997877,
  958139571,
  1322822218,
  1537002063,
  1747873779,
  1955562222,
  2024104815,
  2227730452,
  2361852424,
  2428436474,
  2756734187,
  3204031479,
  3329325298
]);
var SHA256_W = /* @__PURE__ */ new Uint32Array(64);
var SHA2_32B = class extends HashMD {
  // We cannot use array here since array allows indexing by variable
  // which means optimizer/compiler cannot use registers.
  // Numeric initializers matter: starting the fields as `undefined` changes
  // V8's field representation and makes sha256 3x slower (measured).
  A = 0;
  B = 0;
  C = 0;
  D = 0;
  E = 0;
  F = 0;
  G = 0;
  H = 0;
  constructor(outputLen, IV) {
    super(64, outputLen, 8, false);
    this.A = IV[0] | 0;
    this.B = IV[1] | 0;
    this.C = IV[2] | 0;
    this.D = IV[3] | 0;
    this.E = IV[4] | 0;
    this.F = IV[5] | 0;
    this.G = IV[6] | 0;
    this.H = IV[7] | 0;
  }
  get() {
    const { A: A3, B: B2, C: C3, D: D2, E: E2, F: F2, G: G2, H: H2 } = this;
    return [A3, B2, C3, D2, E2, F2, G2, H2];
  }
  // prettier-ignore
  set(A3, B2, C3, D2, E2, F2, G2, H2) {
    this.A = A3 | 0;
    this.B = B2 | 0;
    this.C = C3 | 0;
    this.D = D2 | 0;
    this.E = E2 | 0;
    this.F = F2 | 0;
    this.G = G2 | 0;
    this.H = H2 | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view, offset) {
    for (let i2 = 0; i2 < 16; i2++, offset += 4)
      SHA256_W[i2] = view.getUint32(offset, false);
    for (let i2 = 16; i2 < 64; i2++) {
      const W15 = SHA256_W[i2 - 15];
      const W2 = SHA256_W[i2 - 2];
      const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
      const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
      SHA256_W[i2] = s1 + SHA256_W[i2 - 7] + s0 + SHA256_W[i2 - 16] | 0;
    }
    let { A: A3, B: B2, C: C3, D: D2, E: E2, F: F2, G: G2, H: H2 } = this;
    for (let i2 = 0; i2 < 64; i2++) {
      const sigma1 = rotr(E2, 6) ^ rotr(E2, 11) ^ rotr(E2, 25);
      const T1 = H2 + sigma1 + Chi(E2, F2, G2) + SHA256_K[i2] + SHA256_W[i2] | 0;
      const sigma0 = rotr(A3, 2) ^ rotr(A3, 13) ^ rotr(A3, 22);
      const T2 = sigma0 + Maj(A3, B2, C3) | 0;
      H2 = G2;
      G2 = F2;
      F2 = E2;
      E2 = D2 + T1 | 0;
      D2 = C3;
      C3 = B2;
      B2 = A3;
      A3 = T1 + T2 | 0;
    }
    A3 = A3 + this.A | 0;
    B2 = B2 + this.B | 0;
    C3 = C3 + this.C | 0;
    D2 = D2 + this.D | 0;
    E2 = E2 + this.E | 0;
    F2 = F2 + this.F | 0;
    G2 = G2 + this.G | 0;
    H2 = H2 + this.H | 0;
    this.set(A3, B2, C3, D2, E2, F2, G2, H2);
  }
  roundClean() {
    clean(SHA256_W);
  }
  destroy() {
    this.destroyed = true;
    this.set(0, 0, 0, 0, 0, 0, 0, 0);
    clean(this.buffer);
  }
};
var _SHA256 = class extends SHA2_32B {
  constructor() {
    super(32, SHA256_IV);
  }
};
var K512 = /* @__PURE__ */ (() => split([
  "0x428a2f98d728ae22",
  "0x7137449123ef65cd",
  "0xb5c0fbcfec4d3b2f",
  "0xe9b5dba58189dbbc",
  "0x3956c25bf348b538",
  "0x59f111f1b605d019",
  "0x923f82a4af194f9b",
  "0xab1c5ed5da6d8118",
  "0xd807aa98a3030242",
  "0x12835b0145706fbe",
  "0x243185be4ee4b28c",
  "0x550c7dc3d5ffb4e2",
  "0x72be5d74f27b896f",
  "0x80deb1fe3b1696b1",
  "0x9bdc06a725c71235",
  "0xc19bf174cf692694",
  "0xe49b69c19ef14ad2",
  "0xefbe4786384f25e3",
  "0x0fc19dc68b8cd5b5",
  "0x240ca1cc77ac9c65",
  "0x2de92c6f592b0275",
  "0x4a7484aa6ea6e483",
  "0x5cb0a9dcbd41fbd4",
  "0x76f988da831153b5",
  "0x983e5152ee66dfab",
  "0xa831c66d2db43210",
  "0xb00327c898fb213f",
  "0xbf597fc7beef0ee4",
  "0xc6e00bf33da88fc2",
  "0xd5a79147930aa725",
  "0x06ca6351e003826f",
  "0x142929670a0e6e70",
  "0x27b70a8546d22ffc",
  "0x2e1b21385c26c926",
  "0x4d2c6dfc5ac42aed",
  "0x53380d139d95b3df",
  "0x650a73548baf63de",
  "0x766a0abb3c77b2a8",
  "0x81c2c92e47edaee6",
  "0x92722c851482353b",
  "0xa2bfe8a14cf10364",
  "0xa81a664bbc423001",
  "0xc24b8b70d0f89791",
  "0xc76c51a30654be30",
  "0xd192e819d6ef5218",
  "0xd69906245565a910",
  "0xf40e35855771202a",
  "0x106aa07032bbd1b8",
  "0x19a4c116b8d2d0c8",
  "0x1e376c085141ab53",
  "0x2748774cdf8eeb99",
  "0x34b0bcb5e19b48a8",
  "0x391c0cb3c5c95a63",
  "0x4ed8aa4ae3418acb",
  "0x5b9cca4f7763e373",
  "0x682e6ff3d6b2b8a3",
  "0x748f82ee5defb2fc",
  "0x78a5636f43172f60",
  "0x84c87814a1f0ab72",
  "0x8cc702081a6439ec",
  "0x90befffa23631e28",
  "0xa4506cebde82bde9",
  "0xbef9a3f7b2c67915",
  "0xc67178f2e372532b",
  "0xca273eceea26619c",
  "0xd186b8c721c0c207",
  "0xeada7dd6cde0eb1e",
  "0xf57d4f7fee6ed178",
  "0x06f067aa72176fba",
  "0x0a637dc5a2c898a6",
  "0x113f9804bef90dae",
  "0x1b710b35131c471b",
  "0x28db77f523047d84",
  "0x32caab7b40c72493",
  "0x3c9ebe0a15c9bebc",
  "0x431d67c49c100d4c",
  "0x4cc5d4becb3e42b6",
  "0x597f299cfc657e2a",
  "0x5fcb6fab3ad6faec",
  "0x6c44198c4a475817"
].map((n3) => BigInt(n3))))();
var SHA512_Kh = /* @__PURE__ */ (() => K512[0])();
var SHA512_Kl = /* @__PURE__ */ (() => K512[1])();
var SHA512_W_H = /* @__PURE__ */ new Uint32Array(80);
var SHA512_W_L = /* @__PURE__ */ new Uint32Array(80);
var SHA2_64B = class extends HashMD {
  // We cannot use array here since array allows indexing by variable
  // which means optimizer/compiler cannot use registers.
  // h -- high 32 bits, l -- low 32 bits
  // Numeric initializers matter: starting the fields as `undefined` changes
  // V8's field representation and slows hashing down (measured on sha256).
  Ah = 0;
  Al = 0;
  Bh = 0;
  Bl = 0;
  Ch = 0;
  Cl = 0;
  Dh = 0;
  Dl = 0;
  Eh = 0;
  El = 0;
  Fh = 0;
  Fl = 0;
  Gh = 0;
  Gl = 0;
  Hh = 0;
  Hl = 0;
  constructor(outputLen, IV) {
    super(128, outputLen, 16, false);
    this.Ah = IV[0] | 0;
    this.Al = IV[1] | 0;
    this.Bh = IV[2] | 0;
    this.Bl = IV[3] | 0;
    this.Ch = IV[4] | 0;
    this.Cl = IV[5] | 0;
    this.Dh = IV[6] | 0;
    this.Dl = IV[7] | 0;
    this.Eh = IV[8] | 0;
    this.El = IV[9] | 0;
    this.Fh = IV[10] | 0;
    this.Fl = IV[11] | 0;
    this.Gh = IV[12] | 0;
    this.Gl = IV[13] | 0;
    this.Hh = IV[14] | 0;
    this.Hl = IV[15] | 0;
  }
  // prettier-ignore
  get() {
    const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
    return [Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl];
  }
  // prettier-ignore
  set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
    this.Ah = Ah | 0;
    this.Al = Al | 0;
    this.Bh = Bh | 0;
    this.Bl = Bl | 0;
    this.Ch = Ch | 0;
    this.Cl = Cl | 0;
    this.Dh = Dh | 0;
    this.Dl = Dl | 0;
    this.Eh = Eh | 0;
    this.El = El | 0;
    this.Fh = Fh | 0;
    this.Fl = Fl | 0;
    this.Gh = Gh | 0;
    this.Gl = Gl | 0;
    this.Hh = Hh | 0;
    this.Hl = Hl | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view, offset) {
    for (let i2 = 0; i2 < 16; i2++, offset += 4) {
      SHA512_W_H[i2] = view.getUint32(offset);
      SHA512_W_L[i2] = view.getUint32(offset += 4);
    }
    for (let i2 = 16; i2 < 80; i2++) {
      const W15h = SHA512_W_H[i2 - 15] | 0;
      const W15l = SHA512_W_L[i2 - 15] | 0;
      const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
      const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
      const W2h = SHA512_W_H[i2 - 2] | 0;
      const W2l = SHA512_W_L[i2 - 2] | 0;
      const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
      const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
      const SUMl = add4L(s0l, s1l, SHA512_W_L[i2 - 7], SHA512_W_L[i2 - 16]);
      const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i2 - 7], SHA512_W_H[i2 - 16]);
      SHA512_W_H[i2] = SUMh | 0;
      SHA512_W_L[i2] = SUMl | 0;
    }
    let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
    for (let i2 = 0; i2 < 80; i2++) {
      const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
      const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
      const CHIh = Eh & Fh ^ ~Eh & Gh;
      const CHIl = El & Fl ^ ~El & Gl;
      const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i2], SHA512_W_L[i2]);
      const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i2], SHA512_W_H[i2]);
      const T1l = T1ll | 0;
      const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
      const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
      const MAJh = Ah & Bh ^ Ah & Ch ^ Bh & Ch;
      const MAJl = Al & Bl ^ Al & Cl ^ Bl & Cl;
      Hh = Gh | 0;
      Hl = Gl | 0;
      Gh = Fh | 0;
      Gl = Fl | 0;
      Fh = Eh | 0;
      Fl = El | 0;
      ({ h: Eh, l: El } = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
      Dh = Ch | 0;
      Dl = Cl | 0;
      Ch = Bh | 0;
      Cl = Bl | 0;
      Bh = Ah | 0;
      Bl = Al | 0;
      const All = add3L(T1l, sigma0l, MAJl);
      Ah = add3H(All, T1h, sigma0h, MAJh);
      Al = All | 0;
    }
    ({ h: Ah, l: Al } = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
    ({ h: Bh, l: Bl } = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
    ({ h: Ch, l: Cl } = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
    ({ h: Dh, l: Dl } = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
    ({ h: Eh, l: El } = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
    ({ h: Fh, l: Fl } = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
    ({ h: Gh, l: Gl } = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
    ({ h: Hh, l: Hl } = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
    this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
  }
  roundClean() {
    clean(SHA512_W_H, SHA512_W_L);
  }
  destroy() {
    this.destroyed = true;
    clean(this.buffer);
    this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
};
var _SHA512 = class extends SHA2_64B {
  constructor() {
    super(64, SHA512_IV);
  }
};
var sha256 = /* @__PURE__ */ createHasher(
  () => new _SHA256(),
  /* @__PURE__ */ oidNist(1)
);
var sha512 = /* @__PURE__ */ createHasher(
  () => new _SHA512(),
  /* @__PURE__ */ oidNist(3)
);

// server/src/content/hash-small.ts
var algorithms = /* @__PURE__ */ new Map([
  ["sha256", sha256],
  ["sha512", sha512],
  ["blake3", blake3]
]);
function hashSmall(algorithm, bytes) {
  const hash = algorithms.get(algorithm);
  return hash && bytesToHex(hash(bytes));
}

// server/src/content/stores/content-store.ts
function isContent(found) {
  return found !== void 0 && !("refused" in found);
}
function isRefusal(found) {
  return found !== void 0 && "refused" in found;
}
async function bytesOf(content, signal) {
  const bytes = new Uint8Array(content.size);
  let at = 0;
  for await (const piece of content.open({ end: content.size }, signal)) {
    if (at + piece.length > bytes.length) throw new Error("changed while it was read");
    bytes.set(piece, at);
    at += piece.length;
  }
  return at === bytes.length ? bytes : bytes.subarray(0, at);
}

// server/src/content/stores/near-miss.ts
var lineFeed = 10;
var carriageReturn = 13;
var accidents = [
  {
    text: "without the final line break: an editor added it",
    remedy: "remove the final line break",
    undo: (bytes) => bytes.at(-1) === lineFeed ? [bytes.subarray(0, -1)] : []
  },
  {
    text: "with a final line break: it was lost",
    remedy: "restore the final line break",
    undo: (bytes) => [withLineFeed(bytes)]
  },
  {
    text: "with LF line endings: git on Windows makes them CRLF",
    remedy: "restore LF line endings",
    isLineEnds: true,
    undo: withLineFeeds
  },
  {
    text: "with CRLF line endings: git makes them LF",
    remedy: "restore CRLF line endings",
    isLineEnds: true,
    undo: withCarriageReturns
  },
  {
    text: "without the byte order mark",
    remedy: "remove the byte order mark",
    undo: (bytes) => bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? [bytes.subarray(3)] : []
  },
  {
    text: "on one line: it was reformatted",
    remedy: "format on one line",
    undo: reformatted(void 0)
  },
  indented("with two spaces", "  "),
  indented("with three spaces, as Docker does", "   ", "with three spaces"),
  indented("with four spaces", "    "),
  indented("with tabs", "	")
];
function indented(how, indent, remedy = how) {
  return {
    text: `when indented ${how}: it was reformatted`,
    remedy: `indent ${remedy}`,
    undo: reformatted(indent)
  };
}
function nearMissOf(bytes, { algorithm, encoded }) {
  for (const { undo, ...accident } of accidents) {
    const before = undo(bytes).find((candidate) => hashSmall(algorithm, candidate) === encoded);
    if (before !== void 0) return { ...accident, bytes: before };
  }
  return void 0;
}
async function readNearMiss(content, digest, signal) {
  if (content.size > largest) return void 0;
  const bytes = await bytesOf(content, signal).catch(() => new Uint8Array());
  signal?.throwIfAborted();
  return nearMissOf(bytes, digest);
}
var largest = 4 * 1024 * 1024;
function withLineFeeds(bytes) {
  const kept = bytes.filter((byte, at) => byte !== carriageReturn || bytes[at + 1] !== lineFeed);
  return kept.length < bytes.length ? [kept] : [];
}
function withCarriageReturns(bytes) {
  const breaks = bytes.reduce((count, byte) => byte === lineFeed ? count + 1 : count, 0);
  if (breaks === 0 || bytes.includes(carriageReturn)) return [];
  const longer = new Uint8Array(bytes.length + breaks);
  let end = 0;
  for (const byte of bytes) {
    if (byte === lineFeed) longer[end++] = carriageReturn;
    longer[end++] = byte;
  }
  return [longer];
}
function reformatted(indent) {
  return (bytes) => {
    try {
      const text2 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      const written = new TextEncoder().encode(JSON.stringify(JSON.parse(text2), void 0, indent));
      return [written, withLineFeed(written)];
    } catch {
      return [];
    }
  };
}
function withLineFeed(bytes) {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = lineFeed;
  return longer;
}

// server/src/rules/support/content-places.ts
function bytesText(size) {
  return `${grouped(size)} ${BigInt(size) === 1n ? "byte" : "bytes"}`;
}
function relatedFile({ uri }, message4) {
  return uri === void 0 ? [] : [{ uri, span: { start: 0, end: 0 }, pointer: "", message: message4 }];
}
async function nearMissText(content, digest, signal) {
  const accident = await readNearMiss(content, digest, signal);
  return accident === void 0 ? "" : ` The content matches ${accident.text}.`;
}

// server/src/rules/support/target-documents.ts
function contentOf({ verdict }) {
  if (!("content" in verdict) || verdict.state === "unreadable") return void 0;
  return verdict.content.isGuess && verdict.state !== "same" ? void 0 : verdict.content;
}
async function targetDocumentOf(target, { contents: contents2 }, signal) {
  const content = contentOf(target);
  const { mediaType } = target.value;
  if (content === void 0 || kindOfMediaType(mediaType) === void 0) return void 0;
  return unlessUnreadable(contents2.documentOf(content, mediaType, signal), signal);
}
async function documentBehind(written, near, { contents: contents2 }, signal) {
  if (written?.value === void 0 || kindOfMediaType(written.value.mediaType) === void 0) return void 0;
  const found = await contents2.find(written, near.uri);
  if (!isContent(found)) return void 0;
  return unlessUnreadable(contents2.documentOf(found, written.value.mediaType, signal), signal);
}
async function unlessUnreadable(reading, signal) {
  try {
    return await reading;
  } catch {
    signal?.throwIfAborted();
    return void 0;
  }
}

// server/src/rules/artifact/artifact-type-matches-target.ts
var artifactTypeMatchesTarget = {
  meta: {
    id: "artifact-type-matches-target",
    title: "Artifact type mismatch between entry and manifest",
    kinds: ["index", "manifest"],
    severity: "warning",
    profile: "recommended",
    clauses: [
      "referrers-artifact-type",
      "referrers-artifact-type-from-config",
      "referrers-artifact-type-omitted-for-index",
      "descriptor-artifact-type-value"
    ],
    fixable: true
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const node = valueOf(target.written.node, "artifactType");
      const written = stringOf(node);
      if (node === void 0 || written === void 0) continue;
      const document = await targetDocumentOf(target, reading, signal);
      const actual = document && artifactTypeOf(document);
      if (actual === void 0 || actual === written) continue;
      const message4 = `Artifact type mismatch: entry says ${quoted(written)}, manifest is ${quoted(actual)}.`;
      yield findingAtValue(node, message4, {
        related: relatedFile(contentOf(target), `Its artifact type is ${quoted(actual)}.`),
        fixes: [
          {
            title: `Set artifactType to ${actual}`,
            edits: [replaceValue(node, JSON.stringify(actual))],
            isSafe: false
          }
        ]
      });
    }
  }
};
function artifactTypeOf({ kind, root: root2 }) {
  const own = stringAt(root2, "artifactType");
  if (own !== void 0 && own !== "") return own;
  return hasTraits(kind, "takes-empty-config") ? stringAt(valueOf(root2, "config"), "mediaType") : void 0;
}

// server/src/rules/artifact/artifact-type-missing.ts
var imageConfigs = [mediaTypes.config, mediaTypes.dockerConfig, emptyContent.mediaType];
var artifactTypeMissing = {
  meta: {
    id: "artifact-type-missing",
    title: "Artifact has no `artifactType`",
    kinds: ["manifest"],
    severity: "hint",
    profile: "strict",
    clauses: ["artifact-with-config-shape"],
    fixable: true
  },
  *check({ json, root: root2 }) {
    const type = stringAt(valueOf(root2, "config"), "mediaType");
    if (root2 === void 0 || type === void 0 || imageConfigs.includes(type)) return;
    if (memberOf(root2, "artifactType") !== void 0) return;
    const message4 = `Artifact is identified only by its config type, ${quoted(type)}. Set \`artifactType\`.`;
    const edit = insertMember(json, root2, "artifactType", JSON.stringify(type), ["mediaType", "schemaVersion"]);
    yield findingMissing(root2, "artifactType", message4, {
      clause: "artifact-with-config-shape",
      fixes: [{ title: "Add `artifactType`", edits: [edit], isSafe: false }]
    });
  }
};

// server/src/rules/artifact/attestation-reference.ts
var attestationReference = {
  meta: {
    id: "attestation-reference",
    title: "Attestation refers to an unlisted image, or has a real platform",
    kinds: ["index", "docker-manifest-list"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    const isListed = (digest) => descriptorsByDigest(document).of(digest).some(({ role }) => role === "manifest");
    for (const entry of attestations(document).of("attestation")) yield* checkEntry(entry, isListed);
  }
};
var attestations = tallied(
  (entry) => entry.role === "manifest" && isAttestation(entry) ? "attestation" : void 0
);
var referenceKey = "vnd.docker.reference.digest";
function* checkEntry({ annotations: annotations2, platform: platform2 }, isListed) {
  const node = valueOf(annotations2, referenceKey);
  const digest = stringOf(node);
  if (annotations2 !== void 0 && memberOf(annotations2, referenceKey) === void 0) {
    const message4 = `Attestation does not say which image it is about: \`${referenceKey}\` is missing.`;
    yield findingMissing(annotations2, referenceKey, message4);
  }
  if (node !== void 0 && digest !== void 0 && !isListed(digest)) {
    yield findingAtValue(node, `Attestation refers to ${shownDigest(digest)}, which this index does not list.`);
  }
  const os = stringAt(platform2?.value, "os");
  if (platform2?.value !== void 0 && os !== void 0 && os !== unknownPlatform) {
    yield findingAtValue(
      platform2.value,
      `Attestation has the OS ${quoted(os)}, so clients may run it as an image. Use unknown/unknown.`
    );
  }
}

// server/src/oci/well-known-content.ts
var wellKnownContents = [
  {
    text: "{}",
    title: "{}",
    digests: Object.values(emptyContent.digests)
  },
  {
    text: "{}\n",
    title: "{} with a line break",
    digests: [
      "sha256:ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356",
      "sha512:ca4b6defb8adcc010050bc8b1bb8f8092c4928b8a0fba32146abcfb256e4d91672f88ca2cdf6210e754e5b8ac5e23fb023806ccd749ac8b701f79a691f03c87a",
      "blake3:a7c4d54776fcb179f048728766a52d75dc450cc2a5072b7e2c238aa9b2cff3b6"
    ]
  },
  {
    text: "{}\r\n",
    title: "{} with a CRLF line break",
    digests: [
      "sha256:e3566b3a06430868d71e9287dfd6c6c520a3da027aabea01951d407ee131dc2f",
      "sha512:7bbf6dac485c9e59d02edabc91ff5b15bc1319cef6905c0077ee16e3b1f572b61bff85f2400bc0f5b4aeab0260bd5d68787d72c7a688d79192952f7957a44de3",
      "blake3:9f2dfcebc3f6836872404e0a9ef0b285909ce17ed5b8077c77b95ba82eef2fef"
    ]
  },
  {
    text: "",
    title: "empty content",
    digests: [
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "sha512:cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
      "blake3:af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"
    ]
  }
];
var byDigest = new Map(
  wellKnownContents.flatMap((content) => content.digests.map((digest) => [digest, content]))
);
function wellKnownContentOf(digest) {
  return digest === void 0 ? void 0 : byDigest.get(digest);
}

// server/src/rules/support/empty-descriptor-fix.ts
function emptyDescriptorFix({ mediaType, digest, size }) {
  const edits = [];
  if (mediaType !== void 0) edits.push(replaceValue(mediaType, JSON.stringify(emptyContent.mediaType)));
  if (digest !== void 0) edits.push(replaceValue(digest, JSON.stringify(emptyContent.digests.sha256)));
  if (size !== void 0) edits.push(replaceValue(size, String(emptyContent.size)));
  return { title: "Use the empty descriptor", edits, isSafe: false };
}

// server/src/rules/artifact/config-zero-length.ts
var configZeroLength = {
  meta: {
    id: "config-zero-length",
    title: "Config has no content",
    kinds: ["manifest", "docker-manifest"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  *check(document) {
    const config2 = descriptorPartsOf(document).find(({ role }) => role === "config");
    if (config2 === void 0 || wellKnownContentOf(stringOf(config2.digest))?.text !== "") return;
    if (writtenOf(config2.size) !== "0") return;
    const canBeEmpty = hasTraits(document.kind, "takes-empty-config") && memberOf(document.root, "artifactType") !== void 0;
    const isImage2 = hasTraits(kindOfMediaType(config2.type), "is-image-config");
    const remedy = isImage2 ? "Write an image config." : "Use the empty descriptor, whose content is {}.";
    const message4 = `Config is empty (0 bytes), which some registries reject. ${remedy}`;
    const fixes = canBeEmpty && !isImage2 ? [emptyDescriptorFix(config2)] : [];
    yield findingAtSpan(config2.node, headOf(config2.node), message4, { fixes });
  }
};

// server/src/rules/artifact/empty-config-artifact-type.ts
var emptyConfigArtifactType = {
  meta: {
    id: "empty-config-artifact-type",
    title: "Empty config without `artifactType`",
    kinds: ["manifest"],
    severity: "error",
    profile: "spec",
    clauses: ["manifest-artifact-type-with-empty-config"],
    fixable: true
  },
  *check({ root: root2, json }) {
    if (root2 === void 0 || stringAt(valueOf(root2, "config"), "mediaType") !== emptyContent.mediaType) return;
    const member = memberOf(root2, "artifactType");
    const clause = "manifest-artifact-type-with-empty-config";
    const type = typeFor(root2);
    const written = JSON.stringify(type);
    const fixesBy = (edit) => [{ title: `Set artifactType to ${type}`, edits: [edit], isSafe: false }];
    if (member === void 0) {
      const message4 = "`artifactType` is required because the config is the empty descriptor.";
      const edit = insertMember(json, root2, "artifactType", written, ["mediaType", "schemaVersion"]);
      yield findingMissing(root2, "artifactType", message4, { clause, fixes: fixesBy(edit) });
    } else if (member.value?.type === "null") {
      const message4 = "`artifactType` is null, but required because the config is the empty descriptor.";
      const fixes = fixesBy(replaceValue(member.value, written));
      yield findingAtValue(member.value, message4, { clause, covers: ["type"], fixes });
    }
  }
};
var unknownType = "application/vnd.unknown.artifact.v1";
function typeFor(root2) {
  const types = new Set(itemsOf(valueOf(root2, "layers")).map((layer) => stringAt(layer, "mediaType")));
  const [type] = types;
  const isOwn = types.size === 1 && type !== void 0 && mediaTypeProblemOf(type) === void 0;
  return isOwn && !/^application\/(vnd\.oci\.|vnd\.docker\.|octet-stream$)/.test(type) ? type : unknownType;
}

// ../main/node_modules/vscode-uri/lib/esm/index.mjs
var t = { 975(t2) {
  function e2(t3) {
    if ("string" != typeof t3) throw new TypeError("Path must be a string. Received " + JSON.stringify(t3));
  }
  function r2(t3, e3) {
    for (var r3, n4 = "", i2 = 0, o2 = -1, h3 = 0, s2 = 0; s2 <= t3.length; ++s2) {
      if (s2 < t3.length) r3 = t3.charCodeAt(s2);
      else {
        if (47 === r3) break;
        r3 = 47;
      }
      if (47 === r3) {
        if (o2 === s2 - 1 || 1 === h3) ;
        else if (o2 !== s2 - 1 && 2 === h3) {
          if (n4.length < 2 || 2 !== i2 || 46 !== n4.charCodeAt(n4.length - 1) || 46 !== n4.charCodeAt(n4.length - 2)) {
            if (n4.length > 2) {
              var a2 = n4.lastIndexOf("/");
              if (a2 !== n4.length - 1) {
                -1 === a2 ? (n4 = "", i2 = 0) : i2 = (n4 = n4.slice(0, a2)).length - 1 - n4.lastIndexOf("/"), o2 = s2, h3 = 0;
                continue;
              }
            } else if (2 === n4.length || 1 === n4.length) {
              n4 = "", i2 = 0, o2 = s2, h3 = 0;
              continue;
            }
          }
          e3 && (n4.length > 0 ? n4 += "/.." : n4 = "..", i2 = 2);
        } else n4.length > 0 ? n4 += "/" + t3.slice(o2 + 1, s2) : n4 = t3.slice(o2 + 1, s2), i2 = s2 - o2 - 1;
        o2 = s2, h3 = 0;
      } else 46 === r3 && -1 !== h3 ? ++h3 : h3 = -1;
    }
    return n4;
  }
  var n3 = { resolve: function() {
    for (var t3, n4 = "", i2 = false, o2 = arguments.length - 1; o2 >= -1 && !i2; o2--) {
      var h3;
      o2 >= 0 ? h3 = arguments[o2] : (void 0 === t3 && (t3 = process.cwd()), h3 = t3), e2(h3), 0 !== h3.length && (n4 = h3 + "/" + n4, i2 = 47 === h3.charCodeAt(0));
    }
    return n4 = r2(n4, !i2), i2 ? n4.length > 0 ? "/" + n4 : "/" : n4.length > 0 ? n4 : ".";
  }, normalize: function(t3) {
    if (e2(t3), 0 === t3.length) return ".";
    var n4 = 47 === t3.charCodeAt(0), i2 = 47 === t3.charCodeAt(t3.length - 1);
    return 0 !== (t3 = r2(t3, !n4)).length || n4 || (t3 = "."), t3.length > 0 && i2 && (t3 += "/"), n4 ? "/" + t3 : t3;
  }, isAbsolute: function(t3) {
    return e2(t3), t3.length > 0 && 47 === t3.charCodeAt(0);
  }, join: function() {
    if (0 === arguments.length) return ".";
    for (var t3, r3 = 0; r3 < arguments.length; ++r3) {
      var i2 = arguments[r3];
      e2(i2), i2.length > 0 && (void 0 === t3 ? t3 = i2 : t3 += "/" + i2);
    }
    return void 0 === t3 ? "." : n3.normalize(t3);
  }, relative: function(t3, r3) {
    if (e2(t3), e2(r3), t3 === r3) return "";
    if ((t3 = n3.resolve(t3)) === (r3 = n3.resolve(r3))) return "";
    for (var i2 = 1; i2 < t3.length && 47 === t3.charCodeAt(i2); ++i2) ;
    for (var o2 = t3.length, h3 = o2 - i2, s2 = 1; s2 < r3.length && 47 === r3.charCodeAt(s2); ++s2) ;
    for (var a2 = r3.length - s2, c2 = h3 < a2 ? h3 : a2, f3 = -1, u3 = 0; u3 <= c2; ++u3) {
      if (u3 === c2) {
        if (a2 > c2) {
          if (47 === r3.charCodeAt(s2 + u3)) return r3.slice(s2 + u3 + 1);
          if (0 === u3) return r3.slice(s2 + u3);
        } else h3 > c2 && (47 === t3.charCodeAt(i2 + u3) ? f3 = u3 : 0 === u3 && (f3 = 0));
        break;
      }
      var l2 = t3.charCodeAt(i2 + u3);
      if (l2 !== r3.charCodeAt(s2 + u3)) break;
      47 === l2 && (f3 = u3);
    }
    var g3 = "";
    for (u3 = i2 + f3 + 1; u3 <= o2; ++u3) u3 !== o2 && 47 !== t3.charCodeAt(u3) || (0 === g3.length ? g3 += ".." : g3 += "/..");
    return g3.length > 0 ? g3 + r3.slice(s2 + f3) : (s2 += f3, 47 === r3.charCodeAt(s2) && ++s2, r3.slice(s2));
  }, _makeLong: function(t3) {
    return t3;
  }, dirname: function(t3) {
    if (e2(t3), 0 === t3.length) return ".";
    for (var r3 = t3.charCodeAt(0), n4 = 47 === r3, i2 = -1, o2 = true, h3 = t3.length - 1; h3 >= 1; --h3) if (47 === (r3 = t3.charCodeAt(h3))) {
      if (!o2) {
        i2 = h3;
        break;
      }
    } else o2 = false;
    return -1 === i2 ? n4 ? "/" : "." : n4 && 1 === i2 ? "//" : t3.slice(0, i2);
  }, basename: function(t3, r3) {
    if (void 0 !== r3 && "string" != typeof r3) throw new TypeError('"ext" argument must be a string');
    e2(t3);
    var n4, i2 = 0, o2 = -1, h3 = true;
    if (void 0 !== r3 && r3.length > 0 && r3.length <= t3.length) {
      if (r3.length === t3.length && r3 === t3) return "";
      var s2 = r3.length - 1, a2 = -1;
      for (n4 = t3.length - 1; n4 >= 0; --n4) {
        var c2 = t3.charCodeAt(n4);
        if (47 === c2) {
          if (!h3) {
            i2 = n4 + 1;
            break;
          }
        } else -1 === a2 && (h3 = false, a2 = n4 + 1), s2 >= 0 && (c2 === r3.charCodeAt(s2) ? -1 === --s2 && (o2 = n4) : (s2 = -1, o2 = a2));
      }
      return i2 === o2 ? o2 = a2 : -1 === o2 && (o2 = t3.length), t3.slice(i2, o2);
    }
    for (n4 = t3.length - 1; n4 >= 0; --n4) if (47 === t3.charCodeAt(n4)) {
      if (!h3) {
        i2 = n4 + 1;
        break;
      }
    } else -1 === o2 && (h3 = false, o2 = n4 + 1);
    return -1 === o2 ? "" : t3.slice(i2, o2);
  }, extname: function(t3) {
    e2(t3);
    for (var r3 = -1, n4 = 0, i2 = -1, o2 = true, h3 = 0, s2 = t3.length - 1; s2 >= 0; --s2) {
      var a2 = t3.charCodeAt(s2);
      if (47 !== a2) -1 === i2 && (o2 = false, i2 = s2 + 1), 46 === a2 ? -1 === r3 ? r3 = s2 : 1 !== h3 && (h3 = 1) : -1 !== r3 && (h3 = -1);
      else if (!o2) {
        n4 = s2 + 1;
        break;
      }
    }
    return -1 === r3 || -1 === i2 || 0 === h3 || 1 === h3 && r3 === i2 - 1 && r3 === n4 + 1 ? "" : t3.slice(r3, i2);
  }, format: function(t3) {
    if (null === t3 || "object" != typeof t3) throw new TypeError('The "pathObject" argument must be of type Object. Received type ' + typeof t3);
    return (function(t4, e3) {
      var r3 = e3.dir || e3.root, n4 = e3.base || (e3.name || "") + (e3.ext || "");
      return r3 ? r3 === e3.root ? r3 + n4 : r3 + "/" + n4 : n4;
    })(0, t3);
  }, parse: function(t3) {
    e2(t3);
    var r3 = { root: "", dir: "", base: "", ext: "", name: "" };
    if (0 === t3.length) return r3;
    var n4, i2 = t3.charCodeAt(0), o2 = 47 === i2;
    o2 ? (r3.root = "/", n4 = 1) : n4 = 0;
    for (var h3 = -1, s2 = 0, a2 = -1, c2 = true, f3 = t3.length - 1, u3 = 0; f3 >= n4; --f3) if (47 !== (i2 = t3.charCodeAt(f3))) -1 === a2 && (c2 = false, a2 = f3 + 1), 46 === i2 ? -1 === h3 ? h3 = f3 : 1 !== u3 && (u3 = 1) : -1 !== h3 && (u3 = -1);
    else if (!c2) {
      s2 = f3 + 1;
      break;
    }
    return -1 === h3 || -1 === a2 || 0 === u3 || 1 === u3 && h3 === a2 - 1 && h3 === s2 + 1 ? -1 !== a2 && (r3.base = r3.name = 0 === s2 && o2 ? t3.slice(1, a2) : t3.slice(s2, a2)) : (0 === s2 && o2 ? (r3.name = t3.slice(1, h3), r3.base = t3.slice(1, a2)) : (r3.name = t3.slice(s2, h3), r3.base = t3.slice(s2, a2)), r3.ext = t3.slice(h3, a2)), s2 > 0 ? r3.dir = t3.slice(0, s2 - 1) : o2 && (r3.dir = "/"), r3;
  }, sep: "/", delimiter: ":", win32: null, posix: null };
  n3.posix = n3, t2.exports = n3;
} };
var e = {};
function r(n3) {
  var i2 = e[n3];
  if (void 0 !== i2) return i2.exports;
  var o2 = e[n3] = { exports: {} };
  return t[n3](o2, o2.exports, r), o2.exports;
}
var n2;
if (r.d = (t2, e2) => {
  for (var n3 in e2) r.o(e2, n3) && !r.o(t2, n3) && Object.defineProperty(t2, n3, { enumerable: true, get: e2[n3] });
}, r.o = (t2, e2) => Object.prototype.hasOwnProperty.call(t2, e2), "object" == typeof process) n2 = "win32" === process.platform;
else if ("object" == typeof navigator) {
  let t2 = navigator.userAgent;
  n2 = t2.indexOf("Windows") >= 0;
}
var i = /^\w[\w\d+.-]*$/;
var o = /^\//;
var h2 = /^\/\//;
function s(t2, e2) {
  if (!t2.scheme && e2) throw new Error(`[UriError]: Scheme is missing: {scheme: "", authority: "${t2.authority}", path: "${t2.path}", query: "${t2.query}", fragment: "${t2.fragment}"}`);
  if (t2.scheme && !i.test(t2.scheme)) throw new Error("[UriError]: Scheme contains illegal characters.");
  if (t2.path) {
    if (t2.authority) {
      if (!o.test(t2.path)) throw new Error('[UriError]: If a URI contains an authority component, then the path component must either be empty or begin with a slash ("/") character');
    } else if (h2.test(t2.path)) throw new Error('[UriError]: If a URI does not contain an authority component, then the path cannot begin with two slash characters ("//")');
  }
}
var a = "";
var c = "/";
var f = /^(([^:/?#]+?):)?(\/\/([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?/;
var u2 = class _u {
  static isUri(t2) {
    return t2 instanceof _u || !!t2 && "string" == typeof t2.authority && "string" == typeof t2.fragment && "string" == typeof t2.path && "string" == typeof t2.query && "string" == typeof t2.scheme && "string" == typeof t2.fsPath && "function" == typeof t2.with && "function" == typeof t2.toString;
  }
  scheme;
  authority;
  path;
  query;
  fragment;
  constructor(t2, e2, r2, n3, i2, o2 = false) {
    "object" == typeof t2 ? (this.scheme = t2.scheme || a, this.authority = t2.authority || a, this.path = t2.path || a, this.query = t2.query || a, this.fragment = t2.fragment || a) : (this.scheme = /* @__PURE__ */ (function(t3, e3) {
      return t3 || e3 ? t3 : "file";
    })(t2, o2), this.authority = e2 || a, this.path = (function(t3, e3) {
      switch (t3) {
        case "https":
        case "http":
        case "file":
          e3 ? e3[0] !== c && (e3 = c + e3) : e3 = c;
      }
      return e3;
    })(this.scheme, r2 || a), this.query = n3 || a, this.fragment = i2 || a, s(this, o2));
  }
  get fsPath() {
    return y(this, false);
  }
  with(t2) {
    if (!t2) return this;
    let { scheme: e2, authority: r2, path: n3, query: i2, fragment: o2 } = t2;
    return void 0 === e2 ? e2 = this.scheme : null === e2 && (e2 = a), void 0 === r2 ? r2 = this.authority : null === r2 && (r2 = a), void 0 === n3 ? n3 = this.path : null === n3 && (n3 = a), void 0 === i2 ? i2 = this.query : null === i2 && (i2 = a), void 0 === o2 ? o2 = this.fragment : null === o2 && (o2 = a), e2 === this.scheme && r2 === this.authority && n3 === this.path && i2 === this.query && o2 === this.fragment ? this : new g2(e2, r2, n3, i2, o2);
  }
  static parse(t2, e2 = false) {
    const r2 = f.exec(t2);
    return r2 ? new g2(r2[2] || a, A2(r2[4] || a), A2(r2[5] || a), A2(r2[7] || a), A2(r2[9] || a), e2) : new g2(a, a, a, a, a);
  }
  static file(t2) {
    let e2 = a;
    if (n2 && (t2 = t2.replace(/\\/g, c)), t2[0] === c && t2[1] === c) {
      const r2 = t2.indexOf(c, 2);
      -1 === r2 ? (e2 = t2.substring(2), t2 = c) : (e2 = t2.substring(2, r2), t2 = t2.substring(r2) || c);
    }
    return new g2("file", e2, t2, a, a);
  }
  static from(t2) {
    const e2 = new g2(t2.scheme, t2.authority, t2.path, t2.query, t2.fragment);
    return s(e2, true), e2;
  }
  toString(t2 = false) {
    return v2(this, t2);
  }
  toJSON() {
    return this;
  }
  static revive(t2) {
    if (t2) {
      if (t2 instanceof _u) return t2;
      {
        const e2 = new g2(t2);
        return e2._formatted = t2.external, e2._fsPath = t2._sep === l ? t2.fsPath : null, e2;
      }
    }
    return t2;
  }
};
var l = n2 ? 1 : void 0;
var g2 = class extends u2 {
  _formatted = null;
  _fsPath = null;
  get fsPath() {
    return this._fsPath || (this._fsPath = y(this, false)), this._fsPath;
  }
  toString(t2 = false) {
    return t2 ? v2(this, true) : (this._formatted || (this._formatted = v2(this, false)), this._formatted);
  }
  toJSON() {
    const t2 = { $mid: 1 };
    return this._fsPath && (t2.fsPath = this._fsPath, t2._sep = l), this._formatted && (t2.external = this._formatted), this.path && (t2.path = this.path), this.scheme && (t2.scheme = this.scheme), this.authority && (t2.authority = this.authority), this.query && (t2.query = this.query), this.fragment && (t2.fragment = this.fragment), t2;
  }
};
var p = { 58: "%3A", 47: "%2F", 63: "%3F", 35: "%23", 91: "%5B", 93: "%5D", 64: "%40", 33: "%21", 36: "%24", 38: "%26", 39: "%27", 40: "%28", 41: "%29", 42: "%2A", 43: "%2B", 44: "%2C", 59: "%3B", 61: "%3D", 32: "%20" };
function d2(t2, e2, r2) {
  let n3, i2 = -1;
  for (let o2 = 0; o2 < t2.length; o2++) {
    const h3 = t2.charCodeAt(o2);
    if (h3 >= 97 && h3 <= 122 || h3 >= 65 && h3 <= 90 || h3 >= 48 && h3 <= 57 || 45 === h3 || 46 === h3 || 95 === h3 || 126 === h3 || e2 && 47 === h3 || r2 && 91 === h3 || r2 && 93 === h3 || r2 && 58 === h3) -1 !== i2 && (n3 += encodeURIComponent(t2.substring(i2, o2)), i2 = -1), void 0 !== n3 && (n3 += t2.charAt(o2));
    else {
      void 0 === n3 && (n3 = t2.substr(0, o2));
      const e3 = p[h3];
      void 0 !== e3 ? (-1 !== i2 && (n3 += encodeURIComponent(t2.substring(i2, o2)), i2 = -1), n3 += e3) : -1 === i2 && (i2 = o2);
    }
  }
  return -1 !== i2 && (n3 += encodeURIComponent(t2.substring(i2))), void 0 !== n3 ? n3 : t2;
}
function m2(t2) {
  let e2;
  for (let r2 = 0; r2 < t2.length; r2++) {
    const n3 = t2.charCodeAt(r2);
    35 === n3 || 63 === n3 ? (void 0 === e2 && (e2 = t2.substr(0, r2)), e2 += p[n3]) : void 0 !== e2 && (e2 += t2[r2]);
  }
  return void 0 !== e2 ? e2 : t2;
}
function y(t2, e2) {
  let r2;
  return r2 = t2.authority && t2.path.length > 1 && "file" === t2.scheme ? `//${t2.authority}${t2.path}` : 47 === t2.path.charCodeAt(0) && (t2.path.charCodeAt(1) >= 65 && t2.path.charCodeAt(1) <= 90 || t2.path.charCodeAt(1) >= 97 && t2.path.charCodeAt(1) <= 122) && 58 === t2.path.charCodeAt(2) ? e2 ? t2.path.substr(1) : t2.path[1].toLowerCase() + t2.path.substr(2) : t2.path, n2 && (r2 = r2.replace(/\//g, "\\")), r2;
}
function v2(t2, e2) {
  const r2 = e2 ? m2 : d2;
  let n3 = "", { scheme: i2, authority: o2, path: h3, query: s2, fragment: a2 } = t2;
  if (i2 && (n3 += i2, n3 += ":"), (o2 || "file" === i2) && (n3 += c, n3 += c), o2) {
    let t3 = o2.indexOf("@");
    if (-1 !== t3) {
      const e3 = o2.substr(0, t3);
      o2 = o2.substr(t3 + 1), t3 = e3.lastIndexOf(":"), -1 === t3 ? n3 += r2(e3, false, false) : (n3 += r2(e3.substr(0, t3), false, false), n3 += ":", n3 += r2(e3.substr(t3 + 1), false, true)), n3 += "@";
    }
    o2 = o2.toLowerCase(), t3 = o2.lastIndexOf(":"), -1 === t3 ? n3 += r2(o2, false, true) : (n3 += r2(o2.substr(0, t3), false, true), n3 += o2.substr(t3));
  }
  if (h3) {
    if (h3.length >= 3 && 47 === h3.charCodeAt(0) && 58 === h3.charCodeAt(2)) {
      const t3 = h3.charCodeAt(1);
      t3 >= 65 && t3 <= 90 && (h3 = `/${String.fromCharCode(t3 + 32)}:${h3.substr(3)}`);
    } else if (h3.length >= 2 && 58 === h3.charCodeAt(1)) {
      const t3 = h3.charCodeAt(0);
      t3 >= 65 && t3 <= 90 && (h3 = `${String.fromCharCode(t3 + 32)}:${h3.substr(2)}`);
    }
    n3 += r2(h3, true, false);
  }
  return s2 && (n3 += "?", n3 += r2(s2, false, false)), a2 && (n3 += "#", n3 += e2 ? a2 : d2(a2, false, false)), n3;
}
function b2(t2) {
  try {
    return decodeURIComponent(t2);
  } catch {
    return t2.length > 3 ? t2.substr(0, 3) + b2(t2.substr(3)) : t2;
  }
}
var C2 = /(%[0-9A-Za-z][0-9A-Za-z])+/g;
function A2(t2) {
  return t2.match(C2) ? t2.replace(C2, (t3) => b2(t3)) : t2;
}
var w2 = r(975);
var x2 = w2.posix || w2;
var P2 = "/";
var _2;
!(function(t2) {
  t2.joinPath = function(t3, ...e2) {
    return t3.with({ path: x2.join(t3.path, ...e2) });
  }, t2.resolvePath = function(t3, ...e2) {
    let r2 = t3.path, n3 = false;
    r2[0] !== P2 && (r2 = P2 + r2, n3 = true);
    let i2 = x2.resolve(r2, ...e2);
    return n3 && i2[0] === P2 && !t3.authority && (i2 = i2.substring(1)), t3.with({ path: i2 });
  }, t2.dirname = function(t3) {
    if (0 === t3.path.length || t3.path === P2) return t3;
    let e2 = x2.dirname(t3.path);
    return 1 === e2.length && 46 === e2.charCodeAt(0) && (e2 = ""), t3.with({ path: e2 });
  }, t2.basename = function(t3) {
    return x2.basename(t3.path);
  }, t2.extname = function(t3) {
    return x2.extname(t3.path);
  };
})(_2 || (_2 = {}));

// server/src/content/uris.ts
function below(folder, ...names4) {
  if (isPlain2(folder) && names4.every((name) => plainName.test(name))) return `${folder}/${names4.join("/")}`;
  return _2.joinPath(u2.parse(folder), ...names4).toString();
}
function folderOf(uri) {
  if (isPlain2(uri)) return uri.slice(0, Math.max(uri.lastIndexOf("/"), root.length));
  return _2.dirname(u2.parse(uri)).toString();
}
function nameOf2(uri) {
  return isPlain2(uri) ? uri.slice(uri.lastIndexOf("/") + 1) : _2.basename(u2.parse(uri));
}
var root = "file:///";
var plainName = /^\.?[\w~-][\w.~-]*$/;
var plainPath = /^file:\/\/(?:\/\.?[\w~-][\w.~-]*)+$/;
function isPlain2(uri) {
  return plainPath.test(uri);
}

// server/src/content/layout/layout.ts
function blobDigestOf(uri) {
  if (!uri.includes("/blobs/") && !uri.includes("%")) return void 0;
  const folder = folderOf(uri);
  if (nameOf2(folderOf(folder)) !== "blobs") return void 0;
  return readDigest(`${nameOf2(folder)}:${nameOf2(uri)}`);
}
function blobUriOf({ root: root2 }, digest) {
  return below(root2, "blobs", digest.algorithm, digest.encoded);
}

// server/src/protocol/inside.ts
var archiveScheme = "oci-archive";
var layerScheme = "oci-layer";

// server/src/content/inside-uris.ts
function insideSchemeOf(uri) {
  if (uri.startsWith(`${archiveScheme}:`)) return archiveScheme;
  return uri.startsWith(`${layerScheme}:`) ? layerScheme : void 0;
}
function toOutside(uri) {
  if (insideSchemeOf(uri) === void 0) return void 0;
  const { authority, path } = u2.parse(uri);
  const at = authority.indexOf("_");
  const scheme = at < 0 ? authority : authority.slice(0, at);
  const host = at < 0 ? "" : fromHex(authority.slice(at + 1));
  if (!/^[a-z][a-z0-9+.-]*$/.test(scheme) || host === void 0) return void 0;
  return u2.from({ scheme, authority: host, path }).toString();
}
function outermost(uri) {
  let outer = uri;
  for (let depth = 0; depth < 4; depth++) {
    const next = toOutside(outer);
    if (next === void 0) return outer;
    outer = next;
  }
  return outer;
}
function fromHex(hex) {
  if (!/^(?:[0-9a-f]{2})+$/.test(hex)) return void 0;
  return new TextDecoder().decode(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
}

// server/src/content/stores/file-content.ts
async function fileContentOf(files, uri) {
  const stat = await files.stat(uri);
  if (stat === void 0) return void 0;
  const { type, size } = stat;
  if (type !== "file") return { uri, refused: type };
  const cost = outermost(uri).startsWith("file:") ? "disk" : "network";
  return { uri, size, cost, key: contentKeyOf(uri, stat), open: (range, signal) => files.read(uri, range, signal) };
}
function contentKeyOf(uri, { size, mtime }) {
  return `${uri} ${size} ${mtime}`;
}

// server/src/rules/support/entry-text.ts
var entryTextOf = ofValue(
  (node) => JSON.stringify(
    toValue(node),
    (_name, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a2], [b3]) => a2 < b3 ? -1 : 1)) : value
  )
);

// server/src/rules/artifact/referrers-list.ts
var referrersList = {
  meta: {
    id: "referrers-list",
    title: "Referrers list disagrees with the manifests in it",
    kinds: ["index"],
    severity: "warning",
    profile: "recommended",
    clauses: [
      "referrers-subject-agrees",
      "referrers-annotations",
      "referrers-fallback-annotations",
      "referrers-fallback-artifact-type",
      "referrers-fallback-artifact-type-from-config",
      "referrers-manifest-artifact-type-present",
      "referrers-fallback-no-duplicates"
    ],
    fixable: false
  },
  async *checkContent(reading, signal) {
    const subject2 = await subjectOf2(reading, signal);
    if (subject2 === void 0) return;
    const seen2 = /* @__PURE__ */ new Map();
    for (const target of reading.targets.filter(({ written: { role } }) => role === "manifest")) {
      const digest = toDigestText(target.value.digest);
      const written = entryTextOf(target.written.node);
      const earlier = seen2.get(digest);
      if (earlier?.has(written) === false) yield duplicate(target);
      seen2.set(digest, /* @__PURE__ */ new Set([...earlier ?? [], written]));
      const referrer = await targetDocumentOf(target, reading, signal);
      if (referrer?.kind !== void 0 && target.verdict.state !== "other-content")
        yield* checkEntry2(target, referrer, subject2);
    }
  }
};
async function subjectOf2({ document, layout, contents: contents2 }, signal) {
  const own = blobDigestOf(document.uri);
  if (layout === void 0 || own === void 0) return void 0;
  for (const { uri, pointer } of (await contents2.graphOf(layout)).mentionsOf(toDigestText(own))) {
    const file = await fileContentOf(contents2.files, uri);
    if (!isContent(file)) continue;
    const content = await contents2.documentOf(file, void 0, signal).catch(() => void 0);
    const tag = stringAt(valueOf(nodeAt(content?.root, pointer), "annotations"), refNameKey);
    const parts = /^(sha256|sha512)-([0-9a-f]{64,})/.exec(tag ?? "");
    if (parts !== null) return `${parts[1]}:${parts[2]}`;
  }
  return void 0;
}
function duplicate({ written, value }) {
  const message4 = `Duplicate entry: ${shortDigest(toDigestText(value.digest))} is already in this referrers list.`;
  const clause = "referrers-fallback-no-duplicates";
  return findingAtValue(placeOf(written.node, "digest"), message4, { clause });
}
function* checkEntry2({ written: { node } }, referrer, subject2) {
  const about = stringAt(valueOf(referrer.root, "subject"), "digest");
  if (about !== subject2) {
    const what = about === void 0 ? "this manifest has no `subject`" : `this referrer's subject is ${shownDigest(about)}`;
    const message4 = `Subject mismatch: ${what}, the referrers list is for ${shortDigest(subject2)}.`;
    yield findingAtValue(placeOf(node, "digest"), message4, {
      clause: "referrers-subject-agrees",
      digests: [...about === void 0 ? [] : [about], subject2]
    });
    return;
  }
  const own = stringAt(referrer.root, "artifactType");
  const type = own ?? stringAt(valueOf(referrer.root, "config"), "mediaType");
  if (type !== void 0 && memberOf(node, "artifactType") === void 0) {
    const clause = own === void 0 ? "referrers-fallback-artifact-type-from-config" : "referrers-fallback-artifact-type";
    const message4 = `Entry has no \`artifactType\`. Its manifest is of type ${quoted(type)}.`;
    yield findingMissing(node, "artifactType", message4, { clause });
  }
  yield* checkAnnotations(node, referrer);
}
function* checkAnnotations(node, referrer) {
  const written = memberOf(node, "annotations");
  const differing = membersOf(valueOf(referrer.root, "annotations")).find(
    ({ name: name2, value }) => stringOf(value) !== stringAt(written?.value, name2)
  );
  if (differing === void 0) return;
  const { name } = differing;
  const clause = "referrers-fallback-annotations";
  const copy = stringAt(written?.value, name);
  const text2 = quoted(stringOf(differing.value) ?? "", 40);
  if (written?.value === void 0) {
    yield findingMissing(node, "annotations", "Entry has no annotations. Copy those of its manifest.", { clause });
    return;
  }
  const message4 = copy === void 0 ? `Entry lacks annotation ${quoted(name, 50)}. Its manifest has ${text2}.` : `Annotation ${quoted(name, 50)} differs: entry has ${quoted(copy, 40)}, manifest has ${text2}.`;
  yield findingAtSpan(written.value, nameSpanOf(memberOf(written.value, name) ?? written), message4, { clause });
}

// server/src/rules/artifact/referrers-tag.ts
var referrersTag = {
  meta: {
    id: "referrers-tag",
    title: "Referrers tag does not point to an index",
    kinds: ["index"],
    severity: "warning",
    profile: "recommended",
    clauses: ["referrers-tag-target-index", "referrers-tag-name"],
    fixable: false
  },
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ member, value, text: text2 = "", place }) {
    if (place !== "index-entry" || value === void 0 || !/^sha(?:256|512)-[0-9a-f]{64}$/.test(text2)) return;
    const type = stringAt(parentOf(objectOf(member)), "mediaType");
    if (type === void 0 || hasTraits(kindOfMediaType(type), "oci", "lists-manifests")) return;
    const message4 = `Tag ${quoted(text2, 24)} is reserved for an index of referrers, but the entry is ${quoted(type)}.`;
    return findingAtValue(value, message4, { clause: "referrers-tag-target-index" });
  }
};

// server/src/oci/attestation.ts
function claimedDigestsOf(text2) {
  const value = parsed(text2);
  const payload = payloadOf(value) ?? payloadOf(memberOf2(value, "dsseEnvelope"));
  const statement = payload === void 0 ? value : parsed(payload);
  return [...signedImage(statement), ...subjectsOf(statement)];
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function memberOf2(value, name) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
function payloadOf(envelope) {
  const [payload, type] = [memberOf2(envelope, "payload"), memberOf2(envelope, "payloadType")];
  if (typeof payload !== "string" || typeof type !== "string") return void 0;
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0))
    );
  } catch {
    return void 0;
  }
}
function signedImage(payload) {
  const digest = memberOf2(memberOf2(memberOf2(payload, "critical"), "image"), "docker-manifest-digest");
  return typeof digest === "string" ? [digest] : [];
}
function subjectsOf(statement) {
  const subjects = memberOf2(statement, "subject");
  if (!Array.isArray(subjects)) return [];
  return subjects.flatMap((subject2) => {
    const digests = memberOf2(subject2, "digest");
    if (typeof digests !== "object" || digests === null) return [];
    return Object.entries(digests).flatMap(
      ([algorithm, hex]) => typeof hex === "string" ? [`${algorithm}:${hex}`] : []
    );
  });
}
var maxClaimSize = 4 * 1024 * 1024;
function mayClaim(mediaType) {
  return mediaType === "application/vnd.dev.cosign.simplesigning.v1+json" || mediaType === "application/vnd.dsse.envelope.v1+json" || mediaType.startsWith("application/vnd.dev.sigstore.bundle") || mediaType.startsWith("application/vnd.in-toto") && /\+(?:json|dsse)$/.test(mediaType);
}

// server/src/rules/artifact/signature-subject-mismatch.ts
var signatureSubjectMismatch = {
  meta: {
    id: "signature-subject-mismatch",
    title: "Signature or attestation is about another digest",
    kinds: ["manifest"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  async *checkContent(reading, signal) {
    const claims = [];
    for (const target of reading.targets) {
      const content = target.written.role === "layer" ? contentOf(target) : void 0;
      if (content === void 0 || content.size > maxClaimSize || !mayClaim(target.value.mediaType)) continue;
      if (target.verdict.state !== "same") continue;
      const claimed = claimedDigestsOf(await textOf(content, signal));
      if (claimed.length > 0) claims.push({ digest: valueOf(target.written.node, "digest"), claimed });
    }
    if (claims.length === 0) return;
    const attached = await attachedTo(reading);
    if (attached === void 0) return;
    const own = await alsoMeant(attached, reading);
    for (const { digest, claimed } of claims) {
      const comparable = claimed.filter((one) => one.split(":")[0] === attached.split(":")[0]);
      if (digest === void 0 || comparable.length === 0 || comparable.some((one) => own.has(one))) continue;
      const message4 = `Payload is for ${shortDigest(comparable[0] ?? "")}, but this is attached to ${shortDigest(attached)}.`;
      yield findingAtValue(digest, message4, { digests: [comparable[0] ?? "", attached] });
    }
  }
};
async function textOf(content, signal) {
  return new TextDecoder().decode(await bytesOf(content, signal));
}
async function attachedTo(reading) {
  const { document, layout, contents: contents2 } = reading;
  const subject2 = document.descriptors.find(({ role }) => role === "subject")?.value;
  if (subject2 !== void 0) return toDigestText(subject2.digest);
  const own = blobDigestOf(document.uri);
  if (layout === void 0 || own === void 0) return void 0;
  for (const { uri, pointer } of (await contents2.graphOf(layout)).mentionsOf(toDigestText(own))) {
    const annotations2 = valueOf(nodeAt((await documentAt(uri, reading))?.root, pointer), "annotations");
    const tag = /^(sha256|sha512)-([0-9a-f]{64,128})\.(?:sig|att)$/.exec(
      stringAt(annotations2, refNameKey)?.replace(/^.*:/, "") ?? ""
    );
    if (tag !== null) return `${tag[1]}:${tag[2]}`;
    const reference = stringAt(annotations2, "vnd.docker.reference.digest");
    if (reference !== void 0) return reference;
  }
  return void 0;
}
async function alsoMeant(attached, reading) {
  const meant = /* @__PURE__ */ new Set([attached]);
  const { layout, contents: contents2 } = reading;
  if (layout === void 0) return meant;
  for (const uri of (await contents2.graphOf(layout)).documents) {
    const digest = blobDigestOf(uri);
    if (digest === void 0 || toDigestText(digest) !== attached) continue;
    for (const { role, value } of (await documentAt(uri, reading))?.descriptors ?? [])
      if (role === "manifest" && value !== void 0) meant.add(toDigestText(value.digest));
  }
  return meant;
}
async function documentAt(uri, { contents: contents2 }) {
  const content = await fileContentOf(contents2.files, uri);
  if (!isContent(content)) return void 0;
  return contents2.documentOf(content, void 0).catch(() => void 0);
}

// server/src/rules/artifact/subject-media-type.ts
var subjectMediaType = {
  meta: {
    id: "subject-media-type",
    title: "`subject` is not a manifest or index",
    kinds: ["index", "manifest", "artifact-manifest", "oras-artifact-manifest"],
    severity: "warning",
    profile: "recommended",
    clauses: ["manifest-subject-names-manifest", "index-subject-is-descriptor"],
    fixable: false
  },
  *check({ root: root2 }) {
    const node = valueOf(valueOf(root2, "subject"), "mediaType");
    const type = stringOf(node);
    const info = type === void 0 ? void 0 : mediaTypeInfoOf(type);
    if (node === void 0 || info === void 0 || info.places.includes("subject")) return;
    const message4 = "`subject` must be a manifest or index.";
    yield findingAtValue(node, message4, { clause: "manifest-subject-names-manifest" });
  }
};

// server/src/rules/artifact/wasm-types-mixed.ts
var families = [
  { config: "application/vnd.wasm.config.v0+json", layer: "application/wasm" },
  { config: "application/vnd.wasm.config.v1+json", layer: "application/vnd.wasm.content.layer.v1+wasm" }
];
var wasmTypesMixed = {
  meta: {
    id: "wasm-types-mixed",
    title: "Wasm config and layer belong to different formats",
    kinds: ["manifest"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  *check(document) {
    const config2 = descriptorPartsOf(document).find(({ role }) => role === "config");
    const own = families.find(({ config: type }) => type === config2?.type);
    const other = families.find((family2) => family2 !== own);
    if (own === void 0 || other === void 0 || config2?.mediaType === void 0) return;
    const layers2 = layersOf(document).map(({ type }) => type);
    if (!layers2.includes(other.layer) || layers2.includes(own.layer)) return;
    const message4 = `Wasm config type does not match the layer "${other.layer}". Use "${other.config}".`;
    const edits = [replaceValue(config2.mediaType, JSON.stringify(other.config))];
    const fixes = [{ title: `Set the config type to ${other.config}`, edits, isSafe: false }];
    yield findingAtValue(config2.mediaType, message4, { fixes });
  }
};

// server/src/rules/support/windows-config.ts
function isForWindows(root2) {
  return stringAt(root2, "os")?.toLowerCase() === "windows";
}

// server/src/rules/config/config-args-escaped.ts
var configArgsEscaped = {
  meta: {
    id: "config-args-escaped",
    title: "`ArgsEscaped` is deprecated",
    kinds: ["config"],
    severity: "warning",
    profile: "spec",
    clauses: ["config-args-escaped-deprecated"],
    fixable: true
  },
  *check({ json, root: root2 }) {
    const member = memberOf(valueOf(root2, "config"), "ArgsEscaped");
    if (member === void 0) return;
    const isOn2 = writtenOf(member.value) === "true";
    const hasEffect = isOn2 && isForWindows(root2);
    const message4 = hasEffect ? "`ArgsEscaped` is deprecated. Write the command as a list of arguments." : "`ArgsEscaped` is deprecated and has no effect here. Remove it.";
    const fixes = [{ title: "Remove `ArgsEscaped`", edits: [removeMember(json, member)], isSafe: !isOn2 }];
    const isHabit = isOn2 && !hasEffect && memberOf(valueOf(root2, "config"), "Cmd") !== void 0;
    const details2 = { clause: "config-args-escaped-deprecated", fixes };
    yield findingAtName(member, message4, isHabit ? { ...details2, severity: "hint" } : details2);
  }
};

// server/src/rules/config/config-command.ts
var configCommand = {
  meta: {
    id: "config-command",
    title: "Command does not start with an executable",
    kinds: ["config", "docker-config"],
    severity: "warning",
    profile: "recommended",
    clauses: ["config-cmd-executable"],
    fixable: false
  },
  *check({ root: root2 }) {
    const config2 = valueOf(root2, "config");
    const isCommandLine2 = writtenOf(valueOf(config2, "ArgsEscaped")) === "true" || isForWindows(root2);
    if (config2 === void 0 || isCommandLine2) return;
    const name = itemsOf(valueOf(config2, "Entrypoint")).length > 0 ? "Entrypoint" : "Cmd";
    const words3 = itemsOf(valueOf(config2, name));
    const array = words3.find(isArrayAsText);
    if (array !== void 0) {
      const message4 = `\`${name}\` has an array as text: ${quoted(stringOf(array) ?? "")}. Use one item per argument.`;
      yield findingAtValue(array, message4, { clause: "config-cmd-executable" });
      return;
    }
    const problem = words3[0] === void 0 ? void 0 : problemOf(words3[0], words3.length);
    if (problem !== void 0) {
      yield findingAtValue(words3[0], `First item of \`${name}\` ${problem}`, { clause: "config-cmd-executable" });
    }
  }
};
function isArrayAsText(word) {
  return /^\[['"‘’“”]/.test(stringOf(word) ?? "");
}
function problemOf(word, count) {
  const text2 = stringOf(word);
  if (text2 === void 0) return void 0;
  if (text2 === "") return "is empty. Set it to the program to start.";
  if (count > 1 || !/^[^\s'"]+\s+\S/.test(text2)) return void 0;
  return `is a whole command line: ${quoted(text2)}. Use one item per argument.`;
}

// server/src/rules/config/config-created.ts
var configCreated = {
  meta: {
    id: "config-created",
    title: "`created` is not an RFC 3339 timestamp",
    kinds: ["config", "docker-config"],
    severity: "error",
    profile: "spec",
    clauses: ["config-created-rfc3339", "config-history-created-rfc3339"],
    fixable: true
  },
  *check(document) {
    for (const [node, clause] of createdNodesOf(document)) {
      const text2 = stringOf(node);
      if (node === void 0 || text2 === void 0) continue;
      if (isDateTime(text2)) {
        if (!isReadByGo(text2)) yield refusedByGo(node, text2, clause);
        continue;
      }
      const meant = dateTimeMeantBy(text2);
      const message4 = `Invalid timestamp ${quoted(text2)}: ${dateTimeRemedyFor(meant)}.`;
      yield findingAtValue(node, message4, { clause, covers: ["pattern"], fixes: dateTimeFixesOf(node, meant) });
    }
  }
};
function isReadByGo(text2) {
  return !/[tz]/.test(text2) && text2.slice(17, 19) !== "60";
}
function refusedByGo(node, text2, clause) {
  const start = `Go cannot decode ${quoted(text2)}`;
  const capitals = text2.toUpperCase();
  if (!isReadByGo(capitals)) {
    return findingAtValue(node, `${start}: leap seconds are not supported. Use 59.`, { clause });
  }
  const fixes = [
    { title: `Replace with ${capitals}`, edits: [replaceValue(node, JSON.stringify(capitals))], isSafe: true }
  ];
  return findingAtValue(node, `${start}. Use upper case T and Z.`, { clause, fixes });
}
function* createdNodesOf({ root: root2 }) {
  yield [valueOf(root2, "created"), "config-created-rfc3339"];
  for (const entry of itemsOf(valueOf(root2, "history"))) {
    yield [valueOf(entry, "created"), "config-history-created-rfc3339"];
  }
}

// server/src/content/archive/compression.ts
var compressionHeadSize = 6;
var magics = [
  ["gzip", [31, 139]],
  ["zstd", [40, 181, 47, 253]],
  ["bzip2", [66, 90, 104]],
  ["xz", [253, 55, 122, 88, 90, 0]]
];
function compressionOf2(head) {
  const startsWith = (magic) => magic.every((byte, at) => head[at] === byte);
  const known2 = magics.find(([, magic]) => startsWith(magic))?.[0];
  return known2 ?? (isSkippableFrame(head) ? "zstd" : "none");
}
function isSkippableFrame(head) {
  return head[0] >> 4 === 5 && head[1] === 42 && head[2] === 77 && head[3] === 24;
}

// server/src/rules/support/layer-packing.ts
function statedCompressionOf(mediaType) {
  if (!isFileSystemLayerType(mediaType)) return void 0;
  if (/\.tar[+.]gzip$/.test(mediaType)) return "gzip";
  if (/\.tar[+.]zstd$/.test(mediaType)) return "zstd";
  return /\.tar$/.test(mediaType) ? "none" : void 0;
}
async function actualCompressionOf(content, signal) {
  const head = { ...content, size: Math.min(content.size, compressionHeadSize) };
  return compressionOf2(await bytesOf(head, signal).catch(() => new Uint8Array()));
}

// server/src/rules/config/config-diff-ids-match-layers.ts
var configDiffIdsMatchLayers = {
  meta: {
    id: "config-diff-ids-match-layers",
    title: "`diff_ids` do not match the layers",
    kinds: ["manifest", "docker-manifest"],
    severity: "error",
    profile: "spec",
    clauses: [
      "config-diff-ids-order",
      "config-diff-id-uncompressed",
      "config-diff-id-not-layer-digest",
      "manifest-layers-base-first",
      "manifest-layers-stack-order"
    ],
    fixable: false
  },
  async *checkContent(reading, signal) {
    const target = reading.targets.find(({ written: { role } }) => role === "config");
    const config2 = target && await targetDocumentOf(target, reading, signal);
    const diffIds = valueOf(valueOf(config2?.root, "rootfs"), "diff_ids");
    const layers2 = memberOf(reading.document.root, "layers");
    if (config2 === void 0 || layers2?.value?.type !== "array" || diffIds?.type !== "array") return;
    const counts = [itemsOf(layers2.value).length, itemsOf(diffIds).length];
    if (counts[0] === counts[1]) {
      yield* checkDigests(reading, itemsOf(diffIds).map(stringOf), signal);
      return;
    }
    const message4 = `DiffID count mismatch: ${counted(counts[0], "layer")}, ${counted(counts[1], "entry", "entries")} in \`rootfs.diff_ids\`.`;
    yield findingAtSpan(layers2.value, nameSpanOf(layers2), message4, {
      clause: "config-diff-ids-order",
      related: [relatedIn(config2, counts[1])]
    });
  }
};
async function* checkDigests(reading, diffIds, signal) {
  const packed = new Set(reading.targets.filter(isPacked).map(({ value }) => toDigestText(value.digest)));
  for (const target of reading.targets) {
    const { written, value } = target;
    if (written.role !== "layer" || !isFileSystemLayerType(value.mediaType) || isEncrypted(value.mediaType)) continue;
    const diffId = readDigest(diffIds[written.position]);
    const content = contentOf(target);
    if (diffId === void 0 || target.verdict.state === "other-content") continue;
    const digest = placeOf(written.node, "digest");
    if (content === void 0 || reading.depth !== "all") {
      if (await isMixedUp(target, diffId, packed, signal)) yield mixedUp(digest, written.position);
      continue;
    }
    let actual;
    try {
      actual = await diffIdOf(content, target, diffId.algorithm, reading, signal);
    } catch {
      signal?.throwIfAborted();
      continue;
    }
    if (actual === void 0 || actual === diffId.encoded) continue;
    const [expected, found] = [toDigestText(diffId), `${diffId.algorithm}:${actual}`];
    const message4 = `DiffID mismatch for layer ${written.position}: \`rootfs.diff_ids\` has ${shortDigest(expected)}, the uncompressed layer is ${shortDigest(found)}.`;
    const related = relatedFile(content, `The uncompressed layer is ${found}.`);
    yield findingAtValue(digest, message4, {
      clause: "config-diff-id-uncompressed",
      digests: [expected, found],
      related
    });
  }
}
async function isMixedUp(target, diffId, packed, signal) {
  if (!packed.has(toDigestText(diffId))) return false;
  const content = contentOf(target);
  return content === void 0 || await actualCompressionOf(content, signal) !== "none";
}
function isPacked({ written, value }) {
  return written.role === "layer" && (statedCompressionOf(value.mediaType) ?? "none") !== "none";
}
function mixedUp(digest, position) {
  const message4 = `DiffID of layer ${position} is the digest of a compressed layer.`;
  return findingAtValue(digest, message4, { clause: "config-diff-id-not-layer-digest", severity: "warning" });
}
function isEncrypted(mediaType) {
  return mediaType.endsWith("+encrypted");
}
async function diffIdOf(content, { value, verdict }, algorithm, { contents: contents2 }, signal) {
  const compression = await actualCompressionOf(content, signal);
  if (compression === "none" && verdict.state === "same" && value.digest.algorithm === algorithm) {
    return value.digest.encoded;
  }
  return (await contents2.hashUncompressed(algorithm, content, compression, signal))?.hex;
}
function relatedIn(config2, count) {
  const node = valueOf(valueOf(config2.root, "rootfs"), "diff_ids");
  return {
    uri: config2.uri,
    lines: config2.json.lines,
    span: spanOf(node),
    pointer: pointerOf(node),
    message: `\`diff_ids\` has ${counted(count, "entry", "entries")}.`
  };
}

// server/src/rules/config/config-docker-members.ts
var configDockerMembers = {
  meta: {
    id: "config-docker-members",
    title: "Docker's property has the wrong type",
    kinds: ["config"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  *check(document) {
    const members = countingMembersOf(valueOf(document.root, "config")).filter(isOfDocker);
    if (members.length === 0) return;
    const config2 = Object.fromEntries(members.map(({ name, value }) => [name, toValue(value)]));
    for (const error of validate("docker-config", { rootfs: { type: "layers" }, config: config2 })) {
      const node = nodeAt(document.root, error.pointer);
      if (node !== void 0) yield findingOf11(document, error, node);
    }
  }
};
function isOfDocker({ name, value }) {
  return name === "Healthcheck" ? value?.type === "object" : ofDocker().has(name);
}
var names;
function ofDocker() {
  const oci = new Set(membersOf2("config", ["config"]).map(({ name }) => name));
  const all = membersOf2("docker-config", ["config"]).map(({ name }) => name);
  names ??= new Set(all.filter((name) => !oci.has(name)));
  return names;
}
function findingOf11(document, error, node) {
  const span = node.type === "object" || node.type === "array" ? headOf(node) : spanOf(node);
  const message4 = `Docker rejects this image: ${messageOf(error, emptyOf(node), writtenOf(node))}`;
  const fixes = schemaFixesOf(document, error, node).map((fix) => ({ ...fix, isSafe: false }));
  return { span, pointer: error.pointer, message: message4, fixes };
}

// server/src/rules/config/config-env-quoted.ts
var configEnvQuoted = {
  meta: {
    id: "config-env-quoted",
    title: "Quotes around the value of an environment variable",
    kinds: ["config", "docker-config"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check({ root: root2 }) {
    for (const node of itemsOf(valueOf(valueOf(root2, "config"), "Env"))) {
      const match = /^([^=]+)=(["']).+\2$/s.exec(stringOf(node) ?? "");
      if (match === null) continue;
      const message4 = `The quotes are part of the value of ${quoted(match[1] ?? "")}: no shell reads \`Env\`. Remove them if unintended.`;
      yield findingAtValue(node, message4);
    }
  }
};

// server/src/rules/config/config-env.ts
var configEnv = {
  meta: {
    id: "config-env",
    title: "Environment variable is duplicated or has a space in its name",
    kinds: ["config", "docker-config"],
    severity: "warning",
    profile: "recommended",
    clauses: ["config-env-form"],
    fixable: false
  },
  *check({ root: root2 }) {
    const isWindows = isForWindows(root2);
    const first = /* @__PURE__ */ new Map();
    for (const node of itemsOf(valueOf(valueOf(root2, "config"), "Env"))) {
      const text2 = stringOf(node);
      const equals = text2?.indexOf("=") ?? -1;
      if (text2 === void 0 || equals <= 0) continue;
      const name = text2.slice(0, equals);
      const key = isWindows ? name.toUpperCase() : name;
      const earlier = first.get(key);
      if (/\s/.test(name)) yield blank(node, name);
      else if (earlier !== void 0) yield again(node, name, earlier);
      if (earlier === void 0) first.set(key, node);
    }
  }
};
function blank(node, name) {
  const message4 = `Variable name ${quoted(name)} contains whitespace. Use NAME=value, without spaces around the equals sign.`;
  return findingAtValue(node, message4, { clause: "config-env-form" });
}
function again(node, name, earlier) {
  const message4 = `Duplicate variable ${quoted(name)}: keep one value.`;
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: "Set here first" }];
  return findingAtValue(node, message4, { related });
}

// server/src/rules/config/config-exposed-ports.ts
var highestPort = 65535;
var configExposedPorts = {
  meta: {
    id: "config-exposed-ports",
    title: "Invalid exposed port",
    kinds: ["config", "docker-config"],
    severity: "warning",
    profile: "spec",
    clauses: ["config-exposed-ports-keys"],
    fixable: true
  },
  *check({ kind, root: root2 }) {
    for (const member of countingMembersOf(valueOf(valueOf(root2, "config"), "ExposedPorts"))) {
      const match = /^([0-9]{1,5})(?:\/(tcp|udp))?$/.exec(member.name);
      if (match !== null && isPort(match[1])) continue;
      if (/^[0-9]{1,5}(?:-[0-9]{1,5})?\/(?:tcp|udp|sctp)$/.test(member.name) && match === null) {
        if (hasTraits(kind, "oci")) yield dockerOnly(member);
      } else yield findingOf12(member);
    }
  }
};
function isPort(digits) {
  return Number(digits) >= 1 && Number(digits) <= highestPort;
}
function dockerOnly(member) {
  const message4 = `${quoted(member.name)} is Docker syntax, which OCI does not define.`;
  return findingAtName(member, message4, { severity: "information", clause: "config-exposed-ports-keys" });
}
function findingOf12(member) {
  const clause = "config-exposed-ports-keys";
  const meant = meantBy3(member.name);
  if (meant === void 0) {
    const message5 = `${quoted(member.name)} is not a valid port. Use 1\u2013${highestPort}, optionally with a protocol: "8080/tcp".`;
    return findingAtName(member, message5, { clause });
  }
  const message4 = `Invalid port syntax ${quoted(member.name)}. Use ${quoted(meant)}.`;
  if (memberOf(member.object, meant) !== void 0) return findingAtName(member, message4, { clause });
  const fixes = [{ title: `Rename to ${meant}`, edits: [renameMember(member, meant)], isSafe: true }];
  return findingAtName(member, message4, { clause, fixes });
}
function meantBy3(name) {
  const plain = name.toLowerCase().replace(/\s/g, "");
  const match = /^([0-9]{1,5})(?:[/:](tcp|udp))?\/?$/.exec(plain) ?? void 0;
  const turned = /^(tcp|udp)[/:]([0-9]{1,5})$/.exec(plain);
  const [port, protocol] = turned === null ? [match?.[1], match?.[2]] : [turned[2], turned[1]];
  if (port === void 0 || !isPort(port)) return void 0;
  return protocol === void 0 ? port : `${port}/${protocol}`;
}

// server/src/rules/config/config-foreign.ts
var configForeign = {
  meta: {
    id: "config-foreign",
    title: "Image config is a document of another format",
    kinds: ["foreign-config"],
    severity: "error",
    profile: "spec",
    clauses: [],
    fixable: false
  },
  *check({ root: root2 }) {
    const form2 = foreignConfigOf(root2);
    if (root2 === void 0 || form2 === void 0) return;
    yield { span: headOf(root2), pointer: "", message: `This is ${form2.title}, not an image config.` };
  }
};

// server/src/rules/config/config-healthcheck.ts
var configHealthcheck = {
  meta: {
    id: "config-healthcheck",
    title: "Health check is not what Docker runs",
    kinds: ["config", "docker-config"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check({ root: root2 }) {
    const check = valueOf(valueOf(root2, "config"), "Healthcheck");
    if (check === void 0) return;
    yield* checkTest(itemsOf(valueOf(check, "Test")));
    for (const name of times) yield* checkTime(name, valueOf(check, name));
  }
};
var times = ["Interval", "Timeout", "StartPeriod", "StartInterval"];
function* checkTest([form2, command, ...others]) {
  const text2 = stringOf(form2);
  if (form2 === void 0 || text2 === void 0 || text2 === "NONE") return;
  if (text2 !== "CMD" && text2 !== "CMD-SHELL") {
    yield findingAtValue(
      form2,
      `\`Test\` starts with ${quoted(text2)}. Docker expects "CMD", "CMD-SHELL" or "NONE" first.`
    );
  } else if (command === void 0) {
    yield findingAtValue(form2, '`Test` has no command. Add it, or use "NONE".');
  } else if (text2 === "CMD-SHELL" && others.length > 0) {
    yield findingAtValue(
      form2,
      '"CMD-SHELL" runs the next item only. Use "CMD", or one item for the whole command line.'
    );
  }
}
var shortest = 1000000n;
function* checkTime(name, node) {
  const time = node?.type === "number" ? readInt64(writtenOf(node) ?? "") : void 0;
  if (node === void 0 || time === void 0 || time === 0n || time >= shortest) return;
  yield findingAtValue(node, `\`${name}\` is in nanoseconds: ${time} is less than 1 ms, which Docker rejects.`);
}

// server/src/rules/config/config-history-count.ts
var configHistoryCount = {
  meta: {
    id: "config-history-count",
    title: "History does not match the layers",
    kinds: ["config", "docker-config"],
    severity: "warning",
    profile: "recommended",
    clauses: ["config-history-count"],
    fixable: false
  },
  *check(document) {
    const { root: root2 } = document;
    const history = valueOf(root2, "history");
    const diffIds = valueOf(valueOf(root2, "rootfs"), "diff_ids");
    if (history?.type !== "array" || diffIds?.type !== "array") return;
    const entries = itemsOf(history);
    const layers2 = itemsOf(diffIds).length;
    const steps = entries.filter(makesLayer).length;
    if (entries.length === 0 || steps === layers2) return;
    if (isUncertain(document, history) || isUncertain(document, diffIds)) return;
    const remedy = steps > layers2 ? "Set `empty_layer` on entries without a layer" : "Add entries or remove `empty_layer`";
    const message4 = `History has ${steps} non-empty ${steps === 1 ? "entry" : "entries"}, \`diff_ids\` has ${layers2}. ${remedy}.`;
    yield findingAtSpan(history, headOf(history), message4, { clause: "config-history-count" });
  }
};
function isUncertain(document, list) {
  const { start, end } = spanOf(list);
  if (document.json.faults.some((fault) => losesText(fault.code) && fault.start <= end && fault.end >= start))
    return true;
  const expected = list === valueOf(document.root, "history") ? "object" : "string";
  if (itemsOf(list).some((item) => item.type !== expected || !isMark(valueOf(item, "empty_layer")))) return true;
  return oddMembersOf(document).some((odd) => {
    if (parentOf(objectOf(odd.member)) !== list) return false;
    return knownVariantOf(odd) === "empty_layer" || memberMeantBy(odd)?.name === "empty_layer";
  });
}
function isMark(node) {
  return node === void 0 || node.type === "boolean" || node.type === "null";
}
function makesLayer(entry) {
  return writtenOf(valueOf(entry, "empty_layer")) !== "true";
}

// server/src/rules/config/config-paths.ts
var configPaths = {
  meta: {
    id: "config-paths",
    title: "Path is not absolute",
    kinds: ["config", "docker-config"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check({ root: root2 }) {
    if (isForWindows(root2)) return;
    const config2 = valueOf(root2, "config");
    for (const member of countingMembersOf(valueOf(config2, "Volumes"))) {
      if (member.name.startsWith("/")) continue;
      yield findingAtName(member, `Volume ${quoted(member.name)} is not an absolute path. ${remedyFor(member.name)}.`);
    }
    const node = valueOf(config2, "WorkingDir");
    const directory = stringOf(node);
    if (node !== void 0 && directory && !directory.startsWith("/")) {
      const message4 = `\`WorkingDir\` ${quoted(directory)} is not an absolute path. ${remedyFor(directory)}.`;
      yield findingAtValue(node, message4);
    }
  }
};
function remedyFor(path) {
  const plain = /^(?:\.{1,2}\/)*([A-Za-z0-9_][A-Za-z0-9_./-]*)$/.exec(path)?.[1] ?? "app";
  return `Use ${quoted(`/${plain}`)}`;
}

// server/src/oci/facts/normalised-platform.ts
var architectureNames = {
  x86_64: "amd64",
  "x86-64": "amd64",
  i386: "386",
  aarch64: "arm64"
};
function normalisedPlatformOf(platform2) {
  const os = platform2.os.toLowerCase();
  const written = platform2.architecture.toLowerCase();
  const variant2 = platform2.variant?.toLowerCase() ?? "";
  const { architecture, variant: normal } = normalArchitectureOf(written, variant2);
  return {
    os: os === "macos" ? "darwin" : os,
    architecture,
    ...normal === "" ? {} : { variant: normal },
    ...platform2.osVersion ? { osVersion: platform2.osVersion } : {},
    ...platform2.osFeatures?.length ? { osFeatures: [...new Set(platform2.osFeatures)].sort() } : {}
  };
}
function platformKeyOf(platform2) {
  const { os, architecture, variant: variant2, osVersion, osFeatures: osFeatures3 } = normalisedPlatformOf(platform2);
  const key = variant2 === void 0 ? `${os}/${architecture}` : `${os}/${architecture}/${variant2}`;
  return osVersion === void 0 && osFeatures3 === void 0 ? key : `${key}(${osVersion ?? ""}+${(osFeatures3 ?? []).join("+")})`;
}
function normalArchitectureOf(written, variant2) {
  switch (written) {
    case "armhf":
      return { architecture: "arm", variant: "v7" };
    case "armel":
      return { architecture: "arm", variant: "v6" };
  }
  const architecture = ownEntry(architectureNames, written) ?? written;
  switch (architecture) {
    case "amd64":
      return { architecture, variant: variant2 === "v1" ? "" : variant2 };
    case "386":
      return { architecture, variant: "" };
    case "arm64":
      return { architecture, variant: normalArm64VariantOf(variant2) };
    case "arm":
      return { architecture, variant: normalArmVariantOf(variant2) };
    default:
      return { architecture, variant: variant2 };
  }
}
function normalArm64VariantOf(variant2) {
  if (variant2 === "8" || variant2 === "v8" || variant2 === "v8.0") return "";
  return variant2 === "9" || variant2 === "9.0" || variant2 === "v9.0" ? "v9" : variant2;
}
function normalArmVariantOf(variant2) {
  if (variant2 === "" || variant2 === "7") return "v7";
  return variant2 === "5" || variant2 === "6" || variant2 === "8" ? `v${variant2}` : variant2;
}

// server/src/rules/config/config-platform-agrees.ts
var configPlatformAgrees = {
  meta: {
    id: "config-platform-agrees",
    title: "Platform differs from the image config",
    kinds: ["index", "docker-manifest-list"],
    severity: "warning",
    profile: "recommended",
    clauses: ["config-platform-agrees"],
    fixable: true
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const platform2 = valueOf(target.written.node, "platform");
      const written = platform2 && platformAt2(platform2);
      if (platform2 === void 0 || written === void 0 || isAttestation2(target.written.node)) continue;
      const manifest = await targetDocumentOf(target, reading, signal);
      const config2 = manifest && await configOf(manifest);
      const actual = config2 && platformAt2(config2.root);
      if (config2 === void 0 || actual === void 0 || platformKeyOf(actual) === platformKeyOf(written)) continue;
      const [node, value] = differenceOf(platform2, config2.root);
      const message4 = `Platform mismatch: entry has ${textOf2(written)}, config has ${textOf2(actual)}.`;
      yield findingAtValue(node, message4, {
        clause: "config-platform-agrees",
        related: [configPlace(config2, textOf2(actual))],
        fixes: value === void 0 ? [] : [{ title: `Replace with ${value}`, edits: [replaceValue(node, JSON.stringify(value))], isSafe: false }]
      });
    }
    async function configOf(manifest) {
      const descriptor2 = manifest.descriptors.find(({ role }) => role === "config");
      const config2 = await documentBehind(descriptor2, manifest, reading, signal);
      return hasTraits(config2?.kind, "is-image-config") ? config2 : void 0;
    }
  }
};
function platformAt2(node) {
  const os = stringAt(node, "os");
  const architecture = stringAt(node, "architecture");
  const variant2 = stringAt(node, "variant");
  if (!os || !architecture) return void 0;
  return { os, architecture, ...variant2 ? { variant: variant2 } : {} };
}
function textOf2({ os, architecture, variant: variant2 }) {
  return variant2 === void 0 ? `${os}/${architecture}` : `${os}/${architecture}/${variant2}`;
}
function isAttestation2(entry) {
  return stringAt(valueOf(entry, "annotations"), "vnd.docker.reference.type") !== void 0;
}
function differenceOf(platform2, config2) {
  const names4 = ["os", "architecture", "variant"].filter((name) => stringAt(platform2, name) !== stringAt(config2, name));
  const node = names4.length === 1 ? valueOf(platform2, names4[0]) : void 0;
  return node === void 0 ? [platform2, void 0] : [node, stringAt(config2, names4[0])];
}
function configPlace({ uri, root: root2, json: { lines } }, text2) {
  const node = valueOf(root2, "architecture");
  return { uri, lines, span: spanOf(node), pointer: pointerOf(node), message: `Config is for ${text2}.` };
}

// server/src/rules/config/config-reserved-members.ts
var reserved2 = {
  Memory: "Set limits at run time",
  MemorySwap: "Set limits at run time",
  CpuShares: "Set limits at run time",
  Healthcheck: "Docker runs it, Podman and Kubernetes ignore it"
};
var configReservedMembers = {
  meta: {
    id: "config-reserved-members",
    title: "Reserved property in an image config",
    kinds: ["config"],
    severity: "information",
    profile: "portable",
    clauses: ["config-reserved-fields"],
    fixable: false
  },
  *check({ root: root2 }) {
    const config2 = valueOf(root2, "config");
    if (config2 === void 0) return;
    for (const [name, what] of Object.entries(reserved2)) {
      const member = memberOf(config2, name);
      if (member === void 0 || member.value?.type === "null") continue;
      const message4 = `\`${name}\` is reserved and has no effect. ${what}.`;
      yield findingAtName(member, message4, { clause: "config-reserved-fields" });
    }
  }
};

// server/src/rules/config/config-stop-signal.ts
var signals = new Set(
  "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX EMT INFO LOST UNUSED".split(" ")
);
var highestSignal = 64;
var realTimeSignals = 30;
var configStopSignal = {
  meta: {
    id: "config-stop-signal",
    title: "Invalid `StopSignal`",
    kinds: ["config", "docker-config"],
    severity: "warning",
    profile: "spec",
    clauses: ["config-stop-signal-form"],
    fixable: true
  },
  *check({ root: root2 }) {
    const node = valueOf(valueOf(root2, "config"), "StopSignal");
    const signal = stringOf(node);
    if (node === void 0 || !signal || isSignal(signal)) return;
    const meant = [signal.trim().toUpperCase(), `SIG${signal.trim().toUpperCase()}`].find(isSignal);
    const start = `Unknown signal ${quoted(signal)}`;
    const clause = "config-stop-signal-form";
    if (meant === void 0) {
      yield findingAtValue(node, `${start}. Use a name such as "SIGTERM" or "SIGRTMIN+3".`, { clause });
      return;
    }
    const fixes = [
      { title: `Replace with ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true }
    ];
    yield findingAtValue(node, `${start}. Use "${meant}".`, { clause, fixes });
  }
};
function isSignal(text2) {
  if (/^[1-9][0-9]?$/.test(text2)) return Number(text2) <= highestSignal;
  const match = /^SIG([A-Z0-9]+?)(?:([+-])([0-9]{1,2}))?$/.exec(text2);
  if (match === null || !signals.has(match[1])) return false;
  if (match[2] === void 0) return true;
  return match[1] === (match[2] === "+" ? "RTMIN" : "RTMAX") && Number(match[3]) <= realTimeSignals;
}

// server/src/rules/config/config-user.ts
var configUser = {
  meta: {
    id: "config-user",
    title: "Invalid `User`",
    kinds: ["config", "docker-config"],
    severity: "warning",
    profile: "spec",
    clauses: ["config-user-form"],
    fixable: false
  },
  *check({ root: root2 }) {
    const node = valueOf(valueOf(root2, "config"), "User");
    const user = stringOf(node);
    if (node === void 0 || !user || isForWindows(root2)) return;
    const problem = problemOf2(user);
    if (problem === void 0) return;
    const message4 = `Invalid user ${quoted(user)}: ${problem}.`;
    yield findingAtValue(node, message4, { clause: "config-user-form" });
  }
};
function problemOf2(user) {
  if (/\s/.test(user)) return "whitespace is not allowed";
  const parts = user.split(":");
  if (parts.length > 2) return "more than one colon";
  if (parts[0] === "") return "the user is missing";
  return parts[1] === "" ? "the group is missing" : void 0;
}

// server/src/rules/config/created-never-set.ts
var createdNeverSet = {
  meta: {
    id: "created-never-set",
    title: "Creation time was never set",
    kinds: annotatedKinds,
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  concernsKey: (key) => key === "org.opencontainers.image.created",
  checkAnnotation({ value, text: text2 = "", place }) {
    return place === "label" || value === void 0 || !zero.test(text2) ? void 0 : annotationFinding(value);
  },
  *check(document) {
    const platform2 = ownPlatformOf(document);
    if (platform2 === void 0 || isPlaceholder(platform2)) return;
    const label = valueOf(ownAnnotationsOf(document), "org.opencontainers.image.created");
    if (label !== void 0 && isZero(label)) yield annotationFinding(label);
    const { root: root2 } = document;
    const entries = itemsOf(valueOf(root2, "history")).map((entry) => valueOf(entry, "created"));
    for (const node of [valueOf(root2, "created"), ...entries]) {
      if (node !== void 0 && isZero(node))
        yield findingAtValue(node, "`created` is Go's zero time: it was never set. Set the build time, or remove it.");
    }
  }
};
function annotationFinding(value) {
  return findingAtValue(value, "Go's zero time: it was never set. Set the build time, or remove it.");
}
var zero = /^0001-01-01T00:00:00(?:\.0+)?(?:Z|[+-]00:00)$/i;
function isZero(node) {
  return zero.test(stringOf(node) ?? "");
}

// server/src/rules/config/image-config-empty.ts
var emptyDigests = Object.values(emptyContent.digests);
var imageConfigEmpty = {
  meta: {
    id: "image-config-empty",
    title: "Image config is empty",
    kinds: ["manifest", "docker-manifest"],
    severity: "information",
    profile: "recommended",
    clauses: ["manifest-config-unique-image-id"],
    fixable: false
  },
  *check(document) {
    const config2 = valueOf(document.root, "config");
    const type = stringAt(config2, "mediaType");
    if (config2 === void 0 || type !== mediaTypes.config && type !== mediaTypes.dockerConfig) return;
    const node = emptyNodeOf(config2);
    if (node === void 0 || !layersOf(document).some(({ type: type2 = "" }) => isImageLayerType(type2))) return;
    const message4 = `Image config is {}, without a platform and \`rootfs\`. For an artifact, use the type ${emptyContent.mediaType}.`;
    yield findingAtValue(node, message4, { clause: "manifest-config-unique-image-id" });
  }
};
function emptyNodeOf(config2) {
  if (emptyDigests.includes(stringAt(config2, "digest") ?? "")) return valueOf(config2, "digest");
  const size = valueOf(config2, "size");
  return writtenOf(size) === String(emptyContent.size) ? size : void 0;
}

// server/src/rules/descriptor/content-missing.ts
var contentMissing = {
  meta: {
    id: "content-missing",
    title: "Blob is missing from the layout",
    kinds: [
      "index",
      "manifest",
      "docker-manifest",
      "docker-manifest-list",
      "artifact-manifest",
      "oras-artifact-manifest"
    ],
    severity: "warning",
    profile: "spec",
    clauses: ["layout-missing-blob"],
    fixable: false
  },
  *checkContent({ targets, layout }) {
    if (layout === void 0) return;
    for (const target of targets) {
      const { written, value, verdict } = target;
      const digest = placeOf(written.node, "digest");
      if (verdict.state === "missing") {
        if (written.role === "subject" || memberOf(written.node, "urls") !== void 0) continue;
        const message4 = `Blob ${shortDigest(toDigestText(value.digest))} is missing from this layout${consequenceOf(target)}`;
        yield findingAtValue(digest, message4, { severity: severityOf2(target), clause: "layout-missing-blob" });
      } else if (verdict.state === "refused") {
        const message4 = `Blob ${shortDigest(toDigestText(value.digest))} is ${names2[verdict.refusal.refused]}, not a regular file. It was not read.`;
        yield findingAtValue(digest, message4, { clause: "layout-missing-blob" });
      } else if (verdict.state === "unreadable") yield unreadableFinding(target, verdict.why);
    }
  }
};
var names2 = {
  folder: "a folder",
  link: "a symbolic link",
  other: "a fifo, socket or device"
};
function severityOf2({ written: { role } }) {
  return isContent2(role) ? "information" : "warning";
}
function consequenceOf({ written: { role } }) {
  return isContent2(role) ? " (layers may be fetched elsewhere)." : ". Copy it here, or remove this entry.";
}
function unreadableFinding({ written, value }, why) {
  const message4 = `Blob ${shortDigest(toDigestText(value.digest))} could not be read: ${why}.`;
  return findingAtValue(placeOf(written.node, "digest"), message4, { clause: "layout-missing-blob" });
}
function isContent2(role) {
  return role === "layer" || role === "blob";
}

// server/src/rules/descriptor/descriptor-data-large.ts
var limit = 256 * 1024;
var descriptorDataLarge = {
  meta: {
    id: "descriptor-data-large",
    title: "Embedded `data` is large",
    kinds: ["index", "manifest", "descriptor"],
    severity: "information",
    profile: "spec",
    clauses: ["descriptor-data-small"],
    fixable: false
  },
  checkDescriptor({ data }) {
    const length = stringOf(data?.value)?.length ?? 0;
    if (length <= limit) return;
    const kilobytes = grouped(Math.round(length * 3 / 4 / 1024));
    const message4 = `\`data\` embeds ${kilobytes} KiB. Registries limit whole documents, mostly to 4 MiB. Store it as a blob.`;
    return findingAtValue(data.value, message4, { clause: "descriptor-data-small" });
  }
};

// server/src/rules/descriptor/descriptor-data-support.ts
var descriptorDataSupport = {
  meta: {
    id: "descriptor-data-support",
    title: "Embedded `data` is not read by older clients",
    kinds: ["index", "manifest", "descriptor"],
    severity: "hint",
    profile: "portable",
    clauses: [],
    fixable: false
  },
  checkDescriptor({ data, type }) {
    if (data === void 0 || type === emptyContent.mediaType) return;
    return findingAtName(data, "Clients older than image-spec 1.1 ignore `data`. Push the content as a blob too.");
  }
};

// server/src/rules/descriptor/descriptor-data.ts
var descriptorData = {
  meta: {
    id: "descriptor-data",
    title: "Embedded `data` is not base64 or does not match its descriptor",
    kinds: descriptorKinds,
    severity: "error",
    profile: "spec",
    clauses: ["descriptor-data-base64", "descriptor-data-identical"],
    fixable: true
  },
  checkDescriptor({ node, data }, { json }) {
    const text2 = stringOf(data?.value);
    return data?.value === void 0 || text2 === void 0 ? void 0 : checkData({ json, node, data, value: data.value, text: text2 });
  }
};
function checkData(embedding) {
  const { node, value, text: text2 } = embedding;
  const read = readBase64(text2);
  if (read.problem !== void 0) {
    const message4 = `\`data\` is not standard base64: ${remedyFor2(read.problem, text2, read.at)}`;
    return findingAtValue(value, message4, {
      clause: "descriptor-data-base64",
      covers: ["contentEncoding"],
      fixes: respellingsOf(embedding)
    });
  }
  if (stringAt(node, "mediaType") === emptyContent.mediaType) return void 0;
  const promised = promisedBy(node, read.bytes);
  return promised.isSize && promised.isDigest ? void 0 : findingOf13(embedding, promised, read.bytes);
}
function promisedBy(descriptor2, bytes) {
  const size = readSize(writtenOf(valueOf(descriptor2, "size")));
  const digest = readDigest(stringAt(descriptor2, "digest"));
  const actual = digest && hashSmall(digest.algorithm, bytes);
  const isSize = size === void 0 || size === BigInt(bytes.length);
  const isDigest2 = actual === void 0 || actual === digest?.encoded;
  return { size, isSize, isDigest: isDigest2, isVerified: actual !== void 0, actual: `${digest?.algorithm}:${actual}` };
}
function findingOf13({ json, node, data, value }, promised, bytes) {
  const { size, isSize, isDigest: isDigest2, isVerified, actual } = promised;
  const also = isDigest2 ? "" : ` Its digest is ${actual}.`;
  const message4 = isSize ? `Digest mismatch: \`data\` has the digest ${actual}.` : `Size mismatch: descriptor says ${grouped(size ?? 0n)}, \`data\` is ${bytesText(bytes.length)}.${also}`;
  const edits = [
    ...isDigest2 ? [] : replaceMember(node, "digest", JSON.stringify(actual)),
    ...isSize ? [] : replaceMember(node, "size", String(bytes.length))
  ];
  const removal = { title: "Remove data", edits: [removeMember(json, data)], isSafe: false };
  const fixes = isDigest2 && isVerified ? [{ title: "Set size to that of data", edits, isSafe: true }, removal] : [removal, { title: "Set digest and size to those of data", edits, isSafe: false }];
  return findingAtValue(value, message4, { clause: "descriptor-data-identical", fixes });
}
function respellingsOf({ node, value, text: text2 }) {
  const plain = withoutPadding(text2.replace(/\s/g, "")).replaceAll("-", "+").replaceAll("_", "/");
  const standard = plain.padEnd(Math.ceil(plain.length / 4) * 4, "=");
  const read = readBase64(standard);
  if (read.problem !== void 0) return [];
  const { isSize, isDigest: isDigest2, isVerified } = promisedBy(node, read.bytes);
  if (!isSize || !isDigest2) return [];
  const edits = [replaceValue(value, JSON.stringify(standard))];
  return [{ title: "Convert data to standard base64", edits, isSafe: isVerified }];
}
function withoutPadding(text2) {
  let end = text2.length;
  while (text2[end - 1] === "=") end--;
  return text2.slice(0, end);
}
function remedyFor2(problem, text2, at) {
  switch (problem) {
    case "url-alphabet":
      return "it uses - or _ of base64url. Use + and / instead.";
    case "blank":
      return "it contains whitespace. Go skips line breaks, other readers reject them.";
    case "bad-character":
      return `${quoted(text2.charAt(at))} is not in the alphabet.`;
    case "bad-padding":
      return 'it is truncated or has a misplaced "=".';
    case "missing-padding":
      return 'the "=" padding is missing.';
    case "stray-bits":
      return "its last character has unused bits set.";
  }
}

// server/src/rules/support/packed-anew.ts
async function packedAnewText({ written }, content, reading, signal) {
  if (written.role !== "layer") return "";
  const config2 = reading.targets.find((target) => target.written.role === "config");
  const document = config2 && await targetDocumentOf(config2, reading, signal);
  const diffIds = itemsOf(valueOf(valueOf(document?.root, "rootfs"), "diff_ids"));
  const diffId = readDigest(stringOf(diffIds[written.position]));
  if (diffId === void 0) return "";
  try {
    const head = await bytesOf({ ...content, size: Math.min(content.size, compressionHeadSize) }, signal);
    const { contents: contents2 } = reading;
    const unpacked = await contents2.hashUncompressed(diffId.algorithm, content, compressionOf2(head), signal);
    if (unpacked?.hex !== diffId.encoded) return "";
    return " The DiffID matches: the layer was recompressed.";
  } catch {
    signal?.throwIfAborted();
    return "";
  }
}

// server/src/rules/descriptor/descriptor-digest-matches.ts
var descriptorDigestMatches = {
  meta: {
    id: "descriptor-digest-matches",
    title: "Digest does not match its content",
    kinds: descriptorKinds,
    severity: "error",
    profile: "spec",
    clauses: ["descriptor-digest-matches"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const { written, value, verdict } = target;
      if (verdict.state !== "other-content" || verdict.content.isGuess) continue;
      const { content, hashed } = verdict;
      const actual = `${value.digest.algorithm}:${hashed.hex}`;
      const sizes = BigInt(hashed.size) === value.size ? "" : `, ${bytesText(hashed.size)} instead of ${value.size}`;
      const accident = await nearMissText(content, value.digest, signal) || await packedAnewText(target, content, reading, signal);
      const message4 = `Digest mismatch: content is ${shortDigest(actual)}${sizes}.${accident === "" ? " Clients will reject it." : accident}`;
      yield findingAtValue(placeOf(written.node, "digest"), message4, {
        clause: "descriptor-digest-matches",
        digests: [actual],
        related: relatedFile(content, `The digest of these bytes is ${actual}.`)
      });
    }
  }
};

// server/src/rules/descriptor/descriptor-size-conflict.ts
var descriptorSizeConflict = {
  meta: {
    id: "descriptor-size-conflict",
    title: "One digest has two sizes",
    kinds: [
      "index",
      "manifest",
      "docker-manifest",
      "docker-manifest-list",
      "artifact-manifest",
      "oras-artifact-manifest"
    ],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    for (const twins of descriptorsByDigest(document).twins) {
      if (readDigest(stringOf(twins[0]?.digest)) === void 0) continue;
      const [earlier, ...others] = twins.flatMap((twin) => sizeInDoubtOf(twin) ?? []);
      for (const size of others) if (sizeOf(size) !== sizeOf(earlier)) yield findingOf14(size, earlier);
    }
  }
};
function sizeInDoubtOf({ digest, size, type, data }) {
  const value = sizeOf(size);
  const known2 = wellKnownContentOf(stringOf(digest))?.text;
  const isSaid = type === emptyContent.mediaType ? value !== emptyContent.size : value === 0n && data === void 0;
  return value === void 0 || known2 === "" || isSaid && known2 !== void 0 || value === 0n && isSaid ? void 0 : size;
}
function sizeOf(node) {
  return readSize(writtenOf(node));
}
function findingOf14(size, earlier) {
  const message4 = `Size conflict: the same digest has size ${writtenOf(earlier)} above. Correct one of them.`;
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: "The other size" }];
  return findingAtValue(size, message4, { related });
}

// server/src/rules/descriptor/descriptor-size-matches.ts
var descriptorSizeMatches = {
  meta: {
    id: "descriptor-size-matches",
    title: "Descriptor size does not match its content",
    kinds: descriptorKinds,
    severity: "error",
    profile: "spec",
    clauses: ["descriptor-size-matches"],
    fixable: true
  },
  *checkContent({ targets }) {
    for (const { written, value, verdict } of targets) {
      if (verdict.state !== "other-size" || verdict.content.isGuess) continue;
      if (memberOf(written.node, "data") !== void 0 && verdict.content.cost === "memory") continue;
      if (value.mediaType === emptyContent.mediaType) continue;
      const node = placeOf(written.node, "size");
      const actual = verdict.content.size;
      const shown2 = grouped(actual);
      const message4 = `Size mismatch: descriptor says ${grouped(value.size)}, content is ${bytesText(actual)}.${verdict.isHashed ? ` The digest matches: set size to ${shown2}.` : ""}`;
      const title = `Set size to ${shown2}`;
      yield findingAtValue(node, message4, {
        clause: "descriptor-size-matches",
        related: relatedFile(verdict.content, `${bytesText(actual)} on disk.`),
        // Without its digest it is not known whether the content is the one that was meant.
        fixes: [{ title, edits: [replaceValue(node, String(actual))], isSafe: verdict.isHashed }]
      });
    }
  }
};

// server/src/rules/descriptor/descriptor-size.ts
var descriptorSize = {
  meta: {
    id: "descriptor-size",
    title: "Size is not a 64-bit integer of bytes",
    kinds: descriptorKinds,
    severity: "error",
    profile: "spec",
    clauses: ["descriptor-size-int64", "descriptor-size-not-negative", "json-number-precision"],
    fixable: true
  },
  checkDescriptor({ size }) {
    if (size?.type === "string") return checkQuoted(size, stringOf(size));
    return size?.type === "number" ? checkNumber(size, writtenOf(size)) : void 0;
  }
};
var covers = ["type", "minimum"];
function checkQuoted(node, text2) {
  const isNumber = readSize(text2) !== void 0;
  const message4 = text2 === "" ? "`size` is empty. Set it to the number of bytes." : `\`size\` must be an integer, not the string ${quoted(text2)}.${isNumber ? " Remove the quotes." : ""}`;
  const fixes = isNumber ? [{ title: "Remove the quotes", edits: [replaceValue(node, text2)], isSafe: true }] : [];
  return findingAtValue(node, message4, { clause: "descriptor-size-int64", covers, fixes });
}
function checkNumber(node, written) {
  const size = readSize(written);
  const shown2 = written.length > 40 ? `${written.slice(0, 40)}\u2026` : written;
  if (size !== void 0) {
    return size > maxExactSize ? findingAtValue(node, tooPrecise(shown2), precision) : void 0;
  }
  if (/^-0(?:\.0*)?$/.test(written)) {
    return findingAtValue(node, `\`size\` must be written as 0, not ${shown2}.`, { severity: "warning" });
  }
  if (written.startsWith("-")) {
    const message4 = `\`size\` must not be negative, found ${shown2}.`;
    return findingAtValue(node, message4, { clause: "descriptor-size-not-negative", covers });
  }
  if (/^[0-9]+$/.test(written)) {
    const message4 = `\`size\` must fit a signed 64-bit integer, found ${shown2}.`;
    return findingAtValue(node, message4, { clause: "descriptor-size-int64", covers });
  }
  return checkFraction(node, written, shown2);
}
function checkFraction(node, written, shown2) {
  const value = Number(written);
  if (!Number.isSafeInteger(value) || value === 0 && /[1-9]/.test(written.replace(/e.*/i, ""))) {
    const message5 = `\`size\` must be a 64-bit integer, found ${shown2}.`;
    return findingAtValue(node, message5, { clause: "descriptor-size-int64", covers });
  }
  const fixes = [{ title: `Set size to ${value}`, edits: [replaceValue(node, String(value))], isSafe: true }];
  const message4 = `\`size\` must be written as ${value}, not ${shown2}.`;
  return findingAtValue(node, message4, { clause: "descriptor-size-int64", covers, fixes });
}
var precision = { severity: "warning", clause: "json-number-precision" };
function tooPrecise(shown2) {
  return `\`size\` is ${shown2}, beyond 2^53 - 1. JavaScript and jq round it.`;
}

// server/src/rules/descriptor/descriptor-url-fragment.ts
var descriptorUrlFragment = {
  meta: {
    id: "descriptor-url-fragment",
    title: "URL has a fragment",
    kinds: ["index", "manifest", "descriptor", "docker-manifest", "artifact-manifest", "oras-artifact-manifest"],
    severity: "information",
    profile: "portable",
    clauses: [],
    fixable: false
  },
  checkDescriptor({ urls }) {
    return itemsOf(urls).flatMap((item) => {
      const url = stringOf(item) ?? "";
      const hash = url.indexOf("#");
      if (hash < 0 || !/^https?:/i.test(url)) return [];
      return findingAtValue(item, `URL fragment ${quoted(url.slice(hash))} is never sent to the server. Remove it.`);
    });
  }
};

// server/src/rules/descriptor/descriptor-urls.ts
var descriptorUrls = {
  meta: {
    id: "descriptor-urls",
    title: "URL is not http or https",
    kinds: ["index", "manifest", "descriptor", "docker-manifest", "artifact-manifest", "oras-artifact-manifest"],
    severity: "warning",
    profile: "spec",
    clauses: ["descriptor-urls-http"],
    fixable: false
  },
  checkDescriptor({ urls }) {
    return itemsOf(urls).flatMap((item) => {
      const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(stringOf(item) ?? "")?.[1]?.toLowerCase();
      if (scheme === void 0 || scheme === "http" || scheme === "https") return [];
      const message4 = `URL scheme ${quoted(`${scheme}:`)} is not supported. Use https: or http:.`;
      return findingAtValue(item, message4, { clause: "descriptor-urls-http" });
    });
  }
};

// server/src/rules/descriptor/digest-form.ts
var digestForm = {
  meta: {
    id: "digest-form",
    title: "Invalid digest",
    kinds: [
      "index",
      "manifest",
      "config",
      "descriptor",
      "docker-manifest",
      "docker-manifest-list",
      "docker-config",
      "artifact-manifest",
      "oras-artifact-manifest"
    ],
    severity: "error",
    profile: "spec",
    clauses: [
      "descriptor-digest-grammar",
      "digest-sha256-form",
      "digest-sha256-lower",
      "digest-sha512-form",
      "digest-sha512-lower",
      "digest-blake3-form",
      "digest-blake3-lower",
      "config-diff-ids-digests"
    ],
    fixable: true
  },
  checkDescriptor({ digest }) {
    return checkDigest(digest, "digest");
  },
  *check({ root: root2 }) {
    for (const item of itemsOf(valueOf(valueOf(root2, "rootfs"), "diff_ids"))) {
      const finding = checkDigest(item, "diff_ids");
      if (finding !== void 0) yield finding;
    }
  }
};
function checkDigest(node, name) {
  const text2 = stringOf(node);
  if (node === void 0 || text2 === void 0) return void 0;
  const problem = digestProblemOf(text2);
  return problem === void 0 ? void 0 : findingOf15(node, text2, name, problem);
}
function findingOf15(node, text2, name, problem) {
  const clause = clauseFor(name, text2, problem);
  const message4 = remedyFor3(text2, problem);
  return findingAtValue(node, message4, { clause, covers: ["pattern"], fixes: fixesOf3(node, text2) });
}
function fixesOf3(node, text2) {
  const lower = text2.toLowerCase();
  const fixTo = (digest, title, isSafe) => [
    { title, edits: [replaceValue(node, JSON.stringify(digest))], isSafe }
  ];
  if (/^[0-9a-f]{64}$/.test(lower)) return fixTo(`sha256:${lower}`, "Prefix with sha256:", false);
  return digestProblemOf(lower) === void 0 ? fixTo(lower, "Convert digest to lower case", true) : [];
}
function clauseFor(name, text2, problem) {
  if (name !== "digest") return "config-diff-ids-digests";
  if (!["upper-case", "wrong-length", "not-hex"].includes(problem)) return "descriptor-digest-grammar";
  return `digest-${algorithmOf2(text2)}-${problem === "upper-case" ? "lower" : "form"}`;
}
function algorithmOf2(text2) {
  return text2.slice(0, text2.indexOf(":"));
}
function remedyFor3(text2, problem) {
  const algorithm = algorithmOf2(text2);
  const length = registeredAlgorithmOf(algorithm)?.hexLength ?? 0;
  switch (problem) {
    case "no-colon":
      return text2 === "" ? 'Digest is empty. Expected "sha256:" and 64 hex digits.' : `Invalid digest ${quoted(text2, 30)}: expected algorithm:encoded.`;
    case "empty-algorithm":
      return "Invalid digest: the algorithm before the colon is missing.";
    case "bad-algorithm":
      return `Invalid digest algorithm ${quoted(algorithm, 30)}: only a\u2013z, 0\u20139 and single + . _ - between them.`;
    case "empty-encoded":
      return `Invalid digest: the encoded part after ${quoted(`${algorithm}:`, 30)} is missing.`;
    case "bad-encoded":
      return "Invalid digest: the encoded part may only contain letters, digits and = _ -.";
    case "too-long":
      return `Digest is too long (${grouped(text2.length)} characters).`;
    case "upper-case":
      return `Invalid ${algorithm} digest: hex digits must be lower case.`;
    case "not-hex":
      return `Invalid ${algorithm} digest: expected ${length} hex digits (0\u20139, a\u2013f).`;
    case "wrong-length":
      return `Invalid ${algorithm} digest: expected ${length} hex digits, found ${text2.length - algorithm.length - 1}.`;
  }
}

// server/src/rules/descriptor/digest-portable.ts
var digestPortable = {
  meta: {
    id: "digest-portable",
    title: "Digest algorithm is not sha256",
    kinds: [...descriptorKinds, "config", "docker-config"],
    severity: "information",
    profile: "portable",
    clauses: ["digest-use-sha256", "digest-sha256-supported"],
    fixable: false
  },
  checkDescriptor({ digest }) {
    return checkDigest2(digest);
  },
  *check({ root: root2 }) {
    for (const item of itemsOf(valueOf(valueOf(root2, "rootfs"), "diff_ids"))) {
      const finding = checkDigest2(item);
      if (finding !== void 0) yield finding;
    }
  }
};
function checkDigest2(digest) {
  const text2 = stringOf(digest);
  if (digest === void 0 || text2 === void 0 || text2.startsWith("sha256:")) return void 0;
  const algorithm = algorithmOf(text2);
  if (algorithm === void 0 || algorithm === "sha256" || !registeredAlgorithmOf(algorithm)) return void 0;
  const message4 = `${algorithm} digest: only sha256 is supported by every client and registry.`;
  return findingAtValue(digest, message4, { clause: "digest-sha256-supported" });
}

// server/src/rules/descriptor/digest-registered.ts
var digestRegistered = {
  meta: {
    id: "digest-registered",
    title: "Digest algorithm is not registered",
    kinds: descriptorKinds,
    severity: "hint",
    profile: "strict",
    clauses: ["digest-register-algorithm"],
    fixable: false
  },
  checkDescriptor({ digest }) {
    const text2 = stringOf(digest);
    if (text2?.startsWith("sha256:")) return;
    const algorithm = algorithmOf(text2);
    if (digest === void 0 || algorithm === void 0 || registeredAlgorithmOf(algorithm)) return;
    const message4 = `Digest algorithm ${quoted(algorithm, 30)} is not registered. Use sha256.`;
    return findingAtValue(digest, message4, { clause: "digest-register-algorithm" });
  }
};

// server/src/rules/descriptor/empty-descriptor.ts
var emptyDescriptor2 = {
  meta: {
    id: "empty-descriptor",
    title: "Empty descriptor does not describe {}",
    kinds: ["index", "manifest", "descriptor", "artifact-manifest", "oras-artifact-manifest"],
    severity: "error",
    profile: "spec",
    clauses: ["empty-descriptor-digest", "empty-descriptor-size", "empty-descriptor-data"],
    fixable: true
  },
  checkDescriptor({ node, type }) {
    if (type !== emptyContent.mediaType) return;
    return accidentOf(node) ?? [...checkDigest3(node), ...checkSize(node), ...checkData2(node)];
  }
};
function accidentOf(descriptor2) {
  const node = valueOf(descriptor2, "digest");
  const known2 = wellKnownContentOf(stringOf(node));
  const expected = expectedDigestOf(node);
  if (node === void 0 || known2 === void 0 || expected === void 0 || expected === stringOf(node)) {
    return void 0;
  }
  const [size, data] = [valueOf(descriptor2, "size"), valueOf(descriptor2, "data")];
  const edits = [replaceValue(node, JSON.stringify(expected))];
  if (size !== void 0 && readSize(writtenOf(size)) !== emptyContent.size) edits.push(replaceValue(size, "2"));
  if (data !== void 0 && stringOf(data) !== emptyContent.data) edits.push(replaceValue(data, '"e30="'));
  const message4 = `Digest is that of ${known2.title}. The empty descriptor must have that of {}.`;
  const fixes = [{ title: "Set digest and size to those of {}", edits, isSafe: true }];
  return findingAtValue(node, message4, { clause: "empty-descriptor-digest", fixes });
}
function expectedDigestOf(node) {
  const digest = readDigest(stringOf(node));
  return digest && emptyContent.digests[digest.algorithm];
}
function* checkDigest3(descriptor2) {
  const node = valueOf(descriptor2, "digest");
  const [written, expected] = [stringOf(node), expectedDigestOf(node)];
  if (node === void 0 || written === void 0 || expected === void 0 || expected === written) return;
  yield wrong(node, "digest", quoted(written, 40), expected, JSON.stringify(expected), "empty-descriptor-digest");
}
function* checkSize(descriptor2) {
  const node = valueOf(descriptor2, "size");
  const size = readSize(writtenOf(node));
  if (node === void 0 || size === void 0 || size === emptyContent.size) return;
  yield wrong(node, "size", String(size), "2", "2", "empty-descriptor-size");
}
function* checkData2(descriptor2) {
  const node = valueOf(descriptor2, "data");
  const text2 = stringOf(node);
  if (node === void 0 || text2 === void 0 || text2 === emptyContent.data) return;
  if (readBase64(text2).problem !== void 0) return;
  yield wrong(node, "data", quoted(text2), '"e30="', '"e30="', "empty-descriptor-data");
}
function wrong(node, name, written, expected, json, clause) {
  const shown2 = name === "digest" ? shortDigest(expected) : expected;
  const message4 = `\`${name}\` of the empty descriptor must be ${shown2}, not ${written}.`;
  const fixes = [{ title: `Set ${name} to that of {}`, edits: [replaceValue(node, json)], isSafe: true }];
  return findingAtValue(node, message4, { clause, fixes });
}

// server/src/rules/descriptor/zero-length-blob.ts
var zeroLengthBlob = {
  meta: {
    id: "zero-length-blob",
    title: "Blob is empty",
    kinds: ["manifest", "docker-manifest"],
    severity: "information",
    profile: "portable",
    clauses: ["empty-blob-zero-size", "artifact-single-layer"],
    fixable: true
  },
  *check(document) {
    for (const parts of descriptorPartsOf(document)) {
      if (wellKnownContentOf(stringOf(parts.digest))?.text !== "") continue;
      const message4 = "Empty blob (0 bytes), which some registries reject. Use the empty descriptor, whose content is {}.";
      const fixes = isFiller(document, parts) ? [emptyDescriptorFix(parts)] : [];
      yield findingAtValue(parts.digest, message4, { clause: "empty-blob-zero-size", fixes });
    }
  }
};
function isFiller(document, { role }) {
  if (!hasTraits(document.kind, "takes-empty-config") || memberOf(document.root, "artifactType") === void 0)
    return false;
  return role === "config" || role === "layer" && layersOf(document).length === 1;
}

// server/src/rules/descriptor/zero-length-digest.ts
var wrongSize = "`size` is 0, but the digest is not that of empty content.";
var zeroLengthDigest = {
  meta: {
    id: "zero-length-digest",
    title: "Size of 0 and digest disagree",
    kinds: descriptorKinds,
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  checkDescriptor({ digest, size, type, data }) {
    const text2 = stringOf(digest);
    const written = writtenOf(size);
    if (digest === void 0 || size === void 0 || text2 === void 0 || written === void 0) return;
    const isKnown = wellKnownContentOf(text2) !== void 0;
    const isOfNothing = wellKnownContentOf(text2)?.text === "";
    if (isOfNothing === (written === "0") || type === emptyContent.mediaType || readSize(written) === void 0) return;
    if (isOfNothing) {
      const message4 = `Digest is that of empty content, but \`size\` is ${written}. Was the file hashed before it was written?`;
      return findingAtValue(digest, message4);
    }
    const isForm = text2.startsWith("sha256:") && digestProblemOf(text2) === void 0;
    return data === void 0 && !isKnown && isForm ? findingAtValue(size, wrongSize) : void 0;
  }
};

// server/src/rules/image-index/duplicate-platforms.ts
var duplicatePlatforms = {
  meta: {
    id: "duplicate-platforms",
    title: "Duplicate platform",
    kinds: ["index", "docker-manifest-list"],
    severity: "warning",
    profile: "spec",
    clauses: ["index-first-match-wins"],
    fixable: false
  },
  *check(document) {
    if (isLayoutIndex(document)) return;
    for (const entries of entriesByPlatform(document)) {
      const first = /* @__PURE__ */ new Map();
      for (const entry of entries) {
        const key = keyOf(entry);
        const platform2 = entry.platform.value;
        if (isUnclear(document, platform2)) continue;
        const earlier = first.get(key);
        if (earlier === void 0) first.set(key, { platform: platform2, digest: stringOf(entry.digest) });
        else if (earlier.digest !== stringOf(entry.digest)) yield findingOf16(platform2, earlier.platform);
      }
    }
  }
};
var telling = ["variant", "os.version", "os.features"];
var misspelledPlatforms = once((document) => {
  const meant = oddMembersOf(document).filter(
    (odd) => telling.includes(knownVariantOf(odd) ?? memberMeantBy(odd)?.name ?? "")
  );
  return new Set(meant.map(({ member }) => objectOf(member)));
});
function isUnclear(document, platform2) {
  const isOfWrongType = telling.some((name) => {
    const value = valueOf(platform2, name);
    return value !== void 0 && value.type !== (name === "os.features" ? "array" : "string");
  });
  return isOfWrongType || misspelledPlatforms(document).has(platform2);
}
var mostTwins = 64;
function entriesByPlatform(document) {
  const tally = entriesByWrittenPlatform(document);
  const byMeaning = /* @__PURE__ */ new Map();
  for (const written of tally.keys) {
    const meaning = meaningOf(tally.anyOf(written));
    byMeaning.set(meaning, [...byMeaning.get(meaning) ?? [], written]);
  }
  const groups = [];
  for (const written of byMeaning.values()) {
    const count = written.reduce((sum, key) => sum + tally.countOf(key), 0);
    if (count > 1 && count <= mostTwins) groups.push(tally.ofAll(written));
  }
  return inOrderOfFirsts(groups);
}
var entriesByWrittenPlatform = tallied((entry) => {
  const platform2 = platformOf(entry);
  if (entry.role !== "manifest" || !platform2?.osName || !platform2.architectureName) return void 0;
  if (platform2.osName === unknownPlatform) return void 0;
  const { osVersion, osFeatures: osFeatures3 } = partsOf2(platform2);
  const rest = osVersion === void 0 && osFeatures3 === void 0 ? "" : `/${osVersion}/${osFeatures3}`;
  return `${platform2.osName}/${platform2.architectureName}/${stringOf(platform2.variant)}${rest}`;
});
function platformOf({ platform: platform2 }) {
  return platform2?.value?.type === "object" ? platformAt(platform2.value) : void 0;
}
function meaningOf(entry) {
  const platform2 = entry && platformOf(entry);
  return platform2 === void 0 ? "" : platformKeyOf(partsOf2(platform2));
}
function partsOf2({ osName, architectureName, variant: variant2, osVersion, osFeatures: osFeatures3 }) {
  return {
    os: osName ?? "",
    architecture: architectureName ?? "",
    variant: stringOf(variant2),
    osVersion: stringOf(osVersion),
    osFeatures: osFeatures3 && itemsOf(osFeatures3).flatMap((feature) => stringOf(feature) ?? [])
  };
}
function keyOf(entry) {
  const artifactType = entry.artifactType === void 0 ? "" : stringOf(entry.artifactType.value);
  return `${entry.type} ${artifactType}${distinctionOf(entry.annotations)}`;
}
var described = "org.opencontainers.image.";
var distinctive = /* @__PURE__ */ new Set(["title", "version", "ref.name"]);
function distinctionOf(annotations2) {
  let telling2 = "";
  for (const { name, value } of membersOf(annotations2)) {
    if (name.startsWith(described) && !distinctive.has(name.slice(described.length))) continue;
    telling2 += ` ${name}=${stringOf(value)}`;
  }
  return telling2;
}
function findingOf16(platform2, earlier) {
  const asWritten = writtenOf2(earlier);
  const isSpelledOtherwise = asWritten !== writtenOf2(platform2);
  const same = isSpelledOtherwise ? ` (the same as ${asWritten})` : "";
  const message4 = `Duplicate platform ${writtenOf2(platform2)}${same}. Clients pick the first match, so this entry is unreachable.`;
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: "The entry that clients pick" }];
  return findingAtValue(platform2, message4, { clause: "index-first-match-wins", related });
}
function writtenOf2(platform2) {
  const parts = ["os", "architecture", "variant"].map((name) => stringAt(platform2, name));
  return parts.filter((part) => part).join("/");
}

// server/src/rules/image-index/index-annotations-missing.ts
var shownKeys = ["description", "source", "licenses"].map((name) => `org.opencontainers.image.${name}`);
var indexAnnotationsMissing = {
  meta: {
    id: "index-annotations-missing",
    title: "Labels of the configs are not on the index",
    kinds: ["index"],
    severity: "hint",
    profile: "portable",
    clauses: [],
    fixable: true
  },
  async *checkContent(reading, signal) {
    const { document } = reading;
    const { root: root2 } = document;
    if (root2 === void 0 || isLayoutIndex(document) || memberOf(root2, "artifactType") !== void 0) return;
    const images = new Set(
      descriptorPartsOf(document).filter(isImageEntry).map(({ node }) => node)
    );
    if (images.size < 2) return;
    const labels = [];
    for (const target of reading.targets.filter(({ written }) => images.has(written.node))) {
      const manifest = await targetDocumentOf(target, reading, signal);
      const config2 = manifest && await configLabels(manifest, reading, signal);
      if (config2 !== void 0) labels.push(config2);
    }
    const shared = sharedLabels(labels).filter(([key]) => memberOf(valueOf(root2, "annotations"), key) === void 0);
    if (shared.length === 0) return;
    const names4 = shared.map(([key]) => `\`${key.replace(/^.*\./, "")}\``).join(", ");
    const message4 = `Only labels of the configs say ${names4}. Registries read the annotations of the index.`;
    yield findingAtSpan(root2, headOf(root2), message4, { fixes: [fixOf(document, shared)] });
  }
};
async function configLabels(manifest, reading, signal) {
  const written = manifest.descriptors.find(({ role }) => role === "config");
  const config2 = await documentBehind(written, manifest, reading, signal);
  if (config2 === void 0) return void 0;
  const members = membersOf(valueOf(valueOf(config2.root, "config"), "Labels"));
  return new Map(
    members.flatMap(({ name, value }) => {
      const text2 = stringOf(value);
      return text2 && shownKeys.includes(name) ? [[name, text2]] : [];
    })
  );
}
function sharedLabels(labels) {
  const [first, ...others] = labels;
  return [...first ?? []].filter(([key, text2]) => others.every((other) => other.get(key) === text2));
}
function fixOf({ json, root: root2 }, labels) {
  const title = "Add them as annotations of the index";
  const annotations2 = valueOf(root2, "annotations");
  const object = annotations2 ?? root2;
  if (object === void 0) return { title, edits: [], isSafe: false };
  const edits = annotations2 === void 0 ? [
    insertMember(json, object, "annotations", valueLike(json, object, Object.fromEntries(labels)), [
      "subject",
      "manifests"
    ])
  ] : insertMembers(
    json,
    annotations2,
    labels.map(([key, text2]) => [key, JSON.stringify(text2)])
  );
  return { title, edits: [edits].flat(), isSafe: false };
}

// server/src/rules/image-index/index-artifact-type.ts
var indexArtifactType = {
  meta: {
    id: "index-artifact-type",
    title: "artifactType of an index is ignored by older clients",
    kinds: ["index"],
    severity: "hint",
    profile: "portable",
    clauses: [],
    fixable: false
  },
  *check({ root: root2 }) {
    const member = memberOf(root2, "artifactType");
    if (member === void 0) return;
    const message4 = "Clients older than image-spec 1.1 ignore `artifactType` of an index.";
    yield findingAtName(member, message4);
  }
};

// server/src/rules/image-index/index-entry-duplicate.ts
var indexEntryDuplicate = {
  meta: {
    id: "index-entry-duplicate",
    title: "Entry is listed twice",
    kinds: ["index", "docker-manifest-list"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    for (const twins of descriptorsByDigest(document).twins) {
      const first = /* @__PURE__ */ new Map();
      for (const { node, role } of twins) {
        if (role !== "manifest") continue;
        const written = entryTextOf(node);
        const earlier = first.get(written);
        if (earlier === void 0) first.set(written, node);
        else {
          const related = [{ span: headOf(earlier), pointer: pointerOf(earlier), message: "The same entry" }];
          yield findingAtSpan(node, headOf(node), "Duplicate entry: an entry above is the same. Remove one.", {
            related
          });
        }
      }
    }
  }
};

// server/src/rules/image-index/index-entry-type.ts
var cacheConfig = "application/vnd.buildkit.cacheconfig.v0";
var cacheMessage = "BuildKit cache index, which some registries reject. Export it with image-manifest=true.";
var inLayout = { severity: "hint", clause: "layout-index-child-types" };
var indexEntryType = {
  meta: {
    id: "index-entry-type",
    title: "Index entry is not a manifest",
    kinds: ["index", "docker-manifest-list"],
    severity: "information",
    profile: "recommended",
    portableSeverity: "warning",
    clauses: ["index-child-type-portable", "layout-index-child-types"],
    fixable: false
  },
  *check(document) {
    const details2 = isLayoutIndex(document) ? inLayout : { clause: "index-child-type-portable" };
    const byType = descriptorsByType(document);
    const cache = byType.of(cacheConfig).find(({ role }) => role === "manifest");
    if (cache !== void 0) {
      yield findingAtValue(cache.mediaType, cacheMessage, details2);
      return;
    }
    const others = [...byType.keys].filter((type) => !hasTraits(kindOfMediaType(type), "is-image"));
    for (const { role, mediaType, type } of byType.ofAll(others)) {
      if (role === "manifest") yield findingAtValue(mediaType, messageFor2(type ?? ""), details2);
    }
  }
};
function messageFor2(type) {
  const isConfig2 = mediaTypeInfoOf(type)?.role === "config";
  const what = isImageLayerType(type) ? "a layer" : isConfig2 ? "a config" : "not a manifest";
  return `Index entry is ${what} (${quoted(type)}). List a manifest instead.`;
}

// server/src/rules/image-index/nested-index.ts
var message2 = "Nested index, which some clients do not follow. List its manifests here.";
var nestedIndex = {
  meta: {
    id: "nested-index",
    title: "Index lists another index",
    kinds: ["index", "docker-manifest-list"],
    severity: "hint",
    profile: "portable",
    clauses: ["index-nested-support-optional"],
    fixable: false
  },
  checkDescriptor({ role, mediaType, type }, { isLayoutIndex: isLayoutIndex2 }) {
    if (isLayoutIndex2 || role !== "manifest" || !hasTraits(kindOfMediaType(type), "lists-manifests")) return;
    return findingAtValue(mediaType, message2, { clause: "index-nested-support-optional" });
  }
};

// server/src/rules/layer/erofs-layers-inconsistent.ts
var prefix = "org.erofs.";
var roles = ["device", "overlay-lower", "overlay-data"];
var erofsLayersInconsistent = {
  meta: {
    id: "erofs-layers-inconsistent",
    title: "EROFS layers are inconsistent",
    kinds: ["manifest"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    const layers2 = layersOf(document);
    if (!layers2.some(isErofs)) return;
    yield* checkFamily(layers2);
    for (const [index, layer] of layers2.entries()) {
      if (!isErofs(layer)) continue;
      yield* checkOrder(layer, index, layers2.length);
      yield* checkDigest4(layer);
      yield* checkTarget(layer, layers2[index - 1]);
      yield* checkVerity(layer);
    }
  }
};
function isErofs({ type = "" }) {
  return isErofsType(type);
}
function annotation({ annotations: annotations2 }, name) {
  return valueOf(annotations2, prefix + name);
}
function* checkFamily(layers2) {
  const tar = layers2.find(({ type = "" }) => isFileSystemLayerType(type));
  if (tar?.mediaType === void 0) return;
  const message4 = "EROFS and tar layers are mixed, which the EROFS draft leaves undefined.";
  yield findingAtValue(tar.mediaType, message4, { severity: "information" });
}
function* checkOrder(layer, index, count) {
  const isLast = index === count - 1;
  if (layer.type === erofsChunkIndex && layer.mediaType !== void 0) {
    if (index === 0) yield findingAtValue(layer.mediaType, "Chunk index is the first layer (EROFS draft).");
    else if (isLast) yield findingAtValue(layer.mediaType, "Chunk index is the last layer (EROFS draft).");
  }
  const node = annotation(layer, "role");
  const role = stringOf(node);
  if (node === void 0 || role === void 0) return;
  if (!roles.includes(role)) {
    yield findingAtValue(node, `Unknown EROFS role ${quoted(role)}. Use ${roles.join(", ")} or none.`);
  } else if (isLast && role !== "overlay-lower") {
    yield findingAtValue(node, `The last layer cannot have the role "${role}" (EROFS draft).`);
  }
}
function* checkDigest4(layer) {
  if (layer.type === erofsChunkIndex) return;
  const node = annotation(layer, "uncompressed-digest");
  if (layer.type?.endsWith("+zstd")) {
    if (node !== void 0) return;
    const message4 = "Compressed EROFS layer should have `org.erofs.uncompressed-digest` (EROFS draft).";
    yield findingMissing(layer.node, `${prefix}uncompressed-digest`, message4, { severity: "hint" });
    return;
  }
  const digest = stringOf(node);
  if (node === void 0 || digest === void 0 || digest === stringOf(layer.digest)) return;
  yield findingAtValue(node, "Layer is not compressed, so this must be its `digest` (EROFS draft).");
}
function* checkTarget(layer, before) {
  const node = annotation(layer, "chunk-index.target");
  const target = stringOf(node);
  if (node === void 0 || target === void 0 || layer.type !== erofsChunkIndex) return;
  if (before === void 0 || target === stringOf(before.digest)) return;
  yield findingAtValue(node, "Target is not the digest of the layer before this one (EROFS draft).");
}
function* checkVerity(layer) {
  const node = annotation(layer, "dmverity.hash_offset");
  const [offset, size] = [stringOf(node), stringAt(layer.annotations, `${prefix}dmverity.block_size`)];
  if (node === void 0 || !isDecimal(offset) || !isDecimal(size) || BigInt(size) === 0n) return;
  if (BigInt(offset) % BigInt(size) === 0n) return;
  yield findingAtValue(node, `Hash offset ${offset} is not a multiple of the block size ${size} (EROFS draft).`);
}
function isDecimal(text2) {
  return text2 !== void 0 && /^[0-9]{1,20}$/.test(text2);
}

// server/src/content/archive/tar.ts
var maxPath = 4096;
var maxExtended = 1024 * 1024;

// server/src/content/archive/byte-reader.ts
var pieceSize = 64 * 1024;
var jumpSize = 512 * 1024;
var firstWindow = 64 * 1024;

// server/src/content/archive/zstd-frame.ts
var maxWindow = 128 * 1024 * 1024;
var maxBlock = 128 * 1024;

// server/src/content/archive/unzstd.ts
var turn = 64 * 1024 * 1024;

// server/src/content/archive/uncompressed.ts
var TooLarge = class extends Error {
  constructor(limit2) {
    super("exceeds the decompression limit");
    this.limit = limit2;
  }
  limit;
};
var BudgetSpent = class extends Error {
  constructor(limit2) {
    super("decompression limit reached");
    this.limit = limit2;
  }
  limit;
};
var baseLimit = 1024 ** 3;
var gzipStep = 16 * 1024;

// server/src/rules/support/layer-archives.ts
async function* layersIn(reading, signal) {
  if (reading.depth !== "all") return;
  const isOfImage = reading.targets.some(isImageConfig3);
  for (const target of reading.targets) {
    const { written, value, verdict } = target;
    const stated = written.role === "layer" ? statedCompressionOf(value.mediaType) : void 0;
    const content = isAsPromised(verdict) ? contentOf(target) : void 0;
    if (stated === void 0 || content === void 0 || content.size === 0) continue;
    if (await actualCompressionOf(content, signal) !== stated) continue;
    const archive = await reading.contents.layerArchiveOf(content, stated, signal);
    if (archive !== void 0) yield { written, mediaType: value.mediaType, archive, isOfImage };
  }
}
async function* remarkedLayersIn(reading, remarks, signal) {
  for await (const { archive, ...layer } of layersIn(reading, signal)) {
    if ("reason" in archive) continue;
    const found = new Map([...archive.remarks].filter(([remark]) => remarks.includes(remark)));
    if (layer.isOfImage && found.size > 0) yield { ...layer, archive, found };
  }
}
async function* layersRemarkedAs(remark, reading, signal) {
  for await (const { found, ...layer } of remarkedLayersIn(reading, [remark], signal))
    for (const remarked of found.values()) yield { ...layer, which: remarkedText(remarked) };
}
function findingInLayer({ written }, message4, details2 = {}) {
  return findingAtValue(placeOf(written.node, "digest"), message4, details2);
}
function remarkedText({ first, count }) {
  return count === 1 ? quoted(first) : `${quoted(first)} (and ${grouped(count - 1)} more)`;
}
function isImageConfig3({ written, value: { mediaType, digest } }) {
  const kind = written.role === "config" ? kindOfMediaType(mediaType) : void 0;
  const isEmpty = toDigestText(digest) === emptyContent.digests.sha256;
  return hasTraits(kind, "is-image-config") && !isEmpty;
}
function isAsPromised(verdict) {
  return verdict.state === "same" || verdict.state === "unread" || verdict.state === "other-size" && verdict.isHashed;
}

// server/src/rules/layer/layer-archive.ts
var layerArchive = {
  meta: {
    id: "layer-archive",
    title: "Layer is not a tar archive",
    kinds: ["manifest", "docker-manifest"],
    severity: "error",
    profile: "spec",
    clauses: ["layer-is-tar"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersIn(reading, signal)) {
      const { archive } = layer;
      if ("reason" in archive) yield notUnpacked(layer, archive.reason);
      else if (archive.fault !== void 0)
        yield isNoArchive(archive.fault) ? noArchive(layer) : broken(layer, archive.fault);
    }
  }
};
function isNoArchive({ fault, at }) {
  return fault === "no-header" && at === 0;
}
function noArchive({ written, isOfImage }) {
  const message4 = "Media type says tar, content is not a tar archive. Change the media type or the layer.";
  return findingAtValue(placeOf(written.node, "mediaType"), message4, isOfImage ? {} : { severity: "information" });
}
var faultTexts = {
  "no-header": () => "no header where one is required",
  "no-size": () => "header with an invalid size",
  "bad-pax": () => "malformed pax record",
  "long-path": () => `path longer than ${grouped(maxPath)} bytes`,
  "cut-off": () => "unexpected end of an entry"
};
function broken(layer, { fault, at }) {
  return findingInLayer(layer, `Invalid tar archive: ${faultTexts[fault]()} at uncompressed offset ${grouped(at)}.`);
}
function notUnpacked(layer, reason) {
  if (reason instanceof TooLarge) {
    return unverified(
      layer,
      `Layer exceeds the decompression limit (${bytesText(reason.limit)}). It was not verified.`
    );
  }
  if (reason instanceof BudgetSpent) {
    const limit2 = bytesText(reason.limit);
    return unverified(layer, `Decompression budget of this run (${limit2}) is spent. This layer was not verified.`);
  }
  const why = reason instanceof Error ? reason.message : String(reason);
  return findingInLayer(layer, `Layer cannot be decompressed: ${why}.`);
}
function unverified(layer, message4) {
  return findingInLayer(layer, message4, { severity: "warning" });
}

// server/src/rules/layer/layer-compression.ts
var layerCompression = {
  meta: {
    id: "layer-compression",
    title: "Layer compression does not match its media type",
    kinds: ["manifest", "docker-manifest"],
    severity: "error",
    profile: "recommended",
    clauses: ["layer-gzip-suffix", "layer-zstd-suffix"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    if (reading.depth === "sizes") return;
    for (const target of reading.targets) {
      const stated = statedCompressionOf(target.value.mediaType);
      const content = target.verdict.state === "other-content" ? void 0 : contentOf(target);
      if (stated === void 0 || content === void 0 || content.size === 0) continue;
      const actual = await actualCompressionOf(content, signal);
      if (actual === stated) continue;
      const message4 = `Media type says ${namesOf[stated]}, content is ${namesOf[actual]}. Change the media type or recompress the layer.`;
      const clause = clausesOf[stated];
      yield findingAtValue(placeOf(target.written.node, "mediaType"), message4, clause === void 0 ? {} : { clause });
    }
  }
};
var clausesOf = {
  gzip: "layer-gzip-suffix",
  zstd: "layer-zstd-suffix"
};
var namesOf = {
  gzip: "gzip",
  zstd: "zstd",
  bzip2: "bzip2",
  xz: "xz",
  none: "uncompressed"
};

// server/src/rules/layer/layer-duplicate-paths.ts
var layerDuplicatePaths = {
  meta: {
    id: "layer-duplicate-paths",
    title: "Layer has duplicate paths",
    kinds: ["manifest", "docker-manifest"],
    severity: "error",
    profile: "spec",
    clauses: ["layer-no-duplicate-paths"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs("duplicate", reading, signal)) {
      const message4 = `Duplicate path in layer: ${layer.which}. Keep one entry.`;
      yield findingInLayer(layer, message4);
    }
  }
};

// server/src/rules/layer/layer-empty-descriptor.ts
var layerEmptyDescriptor = {
  meta: {
    id: "layer-empty-descriptor",
    title: "Empty descriptor stands beside real layers",
    kinds: ["manifest"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    const layers2 = layersOf(document);
    const empty = layers2.filter(({ type }) => type === emptyContent.mediaType);
    if (empty.length === layers2.length) return;
    for (const { node } of empty) {
      const message4 = "Empty descriptor beside layers with content. Remove it.";
      yield findingAtSpan(node, headOf(node), message4);
    }
  }
};

// server/src/rules/support/docker-types.ts
var documents = [
  [mediaTypes.dockerManifestList, mediaTypes.index],
  [mediaTypes.dockerManifest, mediaTypes.manifest]
];
var dockerLayer = "application/vnd.docker.image.rootfs";
var ociLayer = "application/vnd.oci.image.layer";
var contents = [
  [mediaTypes.dockerConfig, mediaTypes.config],
  [`${dockerLayer}.diff.tar`, `${ociLayer}.v1.tar`],
  [`${dockerLayer}.diff.tar.gzip`, `${ociLayer}.v1.tar+gzip`],
  [`${dockerLayer}.diff.tar.zstd`, `${ociLayer}.v1.tar+zstd`],
  [`${dockerLayer}.foreign.diff.tar`, `${ociLayer}.nondistributable.v1.tar`],
  [`${dockerLayer}.foreign.diff.tar.gzip`, `${ociLayer}.nondistributable.v1.tar+gzip`]
];
var dockerAndOciTypes = [...documents, ...contents];
var documentTypes = new Set(documents.flat());
var ociTypes = new Map(contents);
var dockerTypes = new Map(contents.map(([docker, oci]) => [oci, docker]));
function ociTypeOf(dockerType) {
  return ociTypes.get(dockerType ?? "");
}
function dockerTypeOf(ociType) {
  return dockerTypes.get(ociType ?? "");
}
var schema2Layers = /* @__PURE__ */ new Set([
  `${dockerLayer}.diff.tar.gzip`,
  `${dockerLayer}.foreign.diff.tar.gzip`
]);
function isForeignLayer(dockerType) {
  return /^application\/vnd\.docker\.image\.rootfs\.foreign\.diff\.tar(?:\.gzip|\.zstd)?$/.test(dockerType);
}

// server/src/rules/layer/layer-foreign.ts
var layerForeign = {
  meta: {
    id: "layer-foreign",
    title: "Foreign layer",
    kinds: ["docker-manifest", "manifest"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    for (const { node, mediaType, type = "", urls } of layersOf(document)) {
      if (!isForeignLayer(type) || mediaType === void 0) continue;
      if (itemsOf(urls).length === 0) {
        const message4 = "Foreign layer without `urls`: clients cannot fetch it. Add `urls`, or change the media type.";
        yield findingAtSpan(node, headOf(node), message4);
      } else if (hasTraits(document.kind, "docker")) {
        const message4 = "Foreign layers are deprecated, and many tools do not copy them. Include the layer instead.";
        yield findingAtValue(mediaType, message4, { severity: "information" });
      }
    }
  }
};

// server/src/rules/layer/layer-nondistributable.ts
var mark = "application/vnd.oci.image.layer.nondistributable.v1.tar";
var layerNondistributable = {
  meta: {
    id: "layer-nondistributable",
    title: "Non-distributable layer",
    kinds: ["index", "manifest", "descriptor"],
    severity: "warning",
    profile: "spec",
    clauses: ["media-type-nondistributable", "layer-nondistributable-not-produced", "layer-nondistributable-tagged"],
    fixable: true
  },
  checkDescriptor({ mediaType, type }) {
    if (mediaType === void 0 || !type?.startsWith(mark)) return;
    const plain = type.replace(".nondistributable", "");
    const message4 = `Non-distributable layers are deprecated, and many tools do not push them. Use "${plain}".`;
    return findingAtValue(mediaType, message4, {
      clause: "media-type-nondistributable",
      fixes: [{ title: `Change to ${plain}`, edits: [replaceValue(mediaType, JSON.stringify(plain))], isSafe: false }]
    });
  }
};

// server/src/rules/layer/layer-sparse-files.ts
var layerSparseFiles = {
  meta: {
    id: "layer-sparse-files",
    title: "Layer contains sparse files",
    kinds: ["manifest", "docker-manifest"],
    severity: "warning",
    profile: "spec",
    clauses: ["layer-sparse"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs("sparse", reading, signal)) {
      const message4 = `Sparse file in layer: ${layer.which}. Repack it without --sparse.`;
      yield findingInLayer(layer, message4);
    }
  }
};

// server/src/rules/layer/layer-type-portable.ts
var known = /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar(?:\+gzip|\+zstd)?|docker\.image\.rootfs\..*)$/;
var layerTypePortable = {
  meta: {
    id: "layer-type-portable",
    title: "Layer type is not portable",
    kinds: ["manifest"],
    severity: "warning",
    profile: "portable",
    clauses: ["manifest-layers-type-portable"],
    fixable: false
  },
  *check(document) {
    if (stringAt(valueOf(document.root, "config"), "mediaType") !== mediaTypes.config) return;
    const layers2 = layersOf(document);
    if (!layers2.some(({ type = "" }) => known.test(type))) return;
    for (const { type, mediaType } of layers2) {
      if (type === void 0 || known.test(type)) continue;
      const message4 = `Layer type ${quoted(type)} is not portable. Only tar and tar+gzip work everywhere.`;
      yield findingAtValue(mediaType, message4, { clause: "manifest-layers-type-portable" });
    }
  }
};

// server/src/rules/layer/layer-whiteout-base.ts
var layerWhiteoutBase = {
  meta: {
    id: "layer-whiteout-base",
    title: "Whiteout in the first layer",
    kinds: ["manifest", "docker-manifest"],
    severity: "warning",
    profile: "spec",
    clauses: ["layer-whiteout-lower-only"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, ["explicit-whiteout", "opaque-whiteout"], signal)) {
      if (layer.written.position !== 0) continue;
      const all = [...layer.found.values()];
      const count = all.reduce((sum, remarked) => sum + remarked.count, 0);
      const which = remarkedText({ first: all[0].first, count });
      const message4 = `Whiteout in the first layer has no effect: ${which}.`;
      yield findingInLayer(layer, message4);
    }
  }
};

// server/src/rules/layer/layer-whiteout-form.ts
var layerWhiteoutForm = {
  meta: {
    id: "layer-whiteout-form",
    title: "Malformed whiteout",
    kinds: ["manifest", "docker-manifest"],
    severity: "warning",
    profile: "spec",
    clauses: ["layer-whiteout-needs-name", "layer-whiteout-empty", "layer-whiteout-prefix-reserved"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, [...faults.keys()], signal)) {
      const [remark, { text: text2, ...details2 }] = [...faults].find(([name]) => layer.found.has(name));
      yield findingInLayer(layer, text2(remarkedText(layer.found.get(remark))), details2);
    }
  }
};
var faults = /* @__PURE__ */ new Map([
  [
    "nameless-whiteout",
    {
      clause: "layer-whiteout-needs-name",
      severity: "error",
      text: (which) => `Whiteout without a name: ${which}. A name must follow ".wh.".`
    }
  ],
  [
    "whiteout-no-file",
    {
      clause: "layer-whiteout-prefix-reserved",
      text: (which) => `Whiteout is not a regular file: ${which}. The prefix ".wh." is reserved.`
    }
  ],
  [
    "full-whiteout",
    {
      clause: "layer-whiteout-empty",
      text: (which) => `Whiteout is not empty: ${which}. Its content is ignored.`
    }
  ]
]);

// server/src/rules/layer/layer-whiteout-opaque.ts
var layerWhiteoutOpaque = {
  meta: {
    id: "layer-whiteout-opaque",
    title: "Opaque whiteout",
    kinds: ["manifest", "docker-manifest"],
    severity: "information",
    profile: "strict",
    clauses: ["layer-explicit-whiteouts", "layer-opaque-name"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, ["opaque-whiteout", "other-whiteout"], signal)) {
      const opaque = layer.written.position === 0 ? void 0 : layer.found.get("opaque-whiteout");
      const other = layer.found.get("other-whiteout");
      if (opaque !== void 0) {
        const message4 = `Opaque whiteout: ${remarkedText(opaque)}. Use explicit whiteouts.`;
        yield findingInLayer(layer, message4, { clause: "layer-explicit-whiteouts" });
      } else if (other !== void 0) {
        const message4 = `Not an opaque whiteout: ${remarkedText(other)}. The name is ".wh..wh..opq".`;
        yield findingInLayer(layer, message4, { clause: "layer-opaque-name", severity: "hint" });
      }
    }
  }
};

// server/src/rules/layer/layer-whiteout-order.ts
var layerWhiteoutOrder = {
  meta: {
    id: "layer-whiteout-order",
    title: "Whiteout after its siblings",
    kinds: ["manifest", "docker-manifest"],
    severity: "information",
    profile: "strict",
    clauses: ["layer-whiteout-first"],
    fixable: false
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs("late-whiteout", reading, signal)) {
      if (layer.written.position === 0) continue;
      const message4 = `Whiteout after its siblings: ${layer.which}. Whiteouts should come first.`;
      yield findingInLayer(layer, message4);
    }
  }
};

// server/src/rules/layer/layer-zstd-chunked.ts
var prefixes = ["io.github.containers.zstd-chunked.", "io.containers.zstd-chunked."];
var layerZstdChunked = {
  meta: {
    id: "layer-zstd-chunked",
    title: "Annotations of zstd:chunked on a layer that is not zstd",
    kinds: ["manifest", "docker-manifest"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    for (const { type, annotations: annotations2 } of layersOf(document)) {
      if (type === void 0 || mediaTypeInfoOf(type) === void 0 || compressionOf(type) === "zstd") continue;
      const member = membersOf(annotations2).find(({ name }) => prefixes.some((prefix2) => name.startsWith(prefix2)));
      if (member === void 0) continue;
      const message4 = `Annotation of zstd:chunked on a layer of type ${quoted(type)}. Remove it, or compress the layer with zstd.`;
      yield findingAtName(member, message4);
    }
  }
};

// server/src/rules/layer/layer-zstd.ts
var layerZstd = {
  meta: {
    id: "layer-zstd",
    title: "Layer is compressed with zstd",
    kinds: ["manifest", "docker-manifest"],
    severity: "hint",
    profile: "portable",
    clauses: ["manifest-layers-zstd-optional"],
    fixable: false
  },
  *check(document) {
    for (const { type, mediaType } of layersOf(document)) {
      if (type === void 0 || !isFileSystemLayerType(type) || compressionOf(type) !== "zstd") continue;
      const message4 = "zstd layers are optional for clients: Docker before 23.0 and umoci 0.4 reject them. Use gzip.";
      yield findingAtValue(mediaType, message4, { clause: "manifest-layers-zstd-optional" });
    }
  }
};

// server/src/rules/layer/manifest-layers.ts
var manifestLayers = {
  meta: {
    id: "manifest-layers",
    title: "Manifest has no layers",
    kinds: ["manifest", "docker-manifest"],
    severity: "warning",
    profile: "spec",
    clauses: ["manifest-layers-not-empty", "manifest-layers-array", "artifact-single-layer"],
    fixable: true
  },
  *check({ root: root2, kind, json }) {
    if (root2?.type !== "object") return;
    const layers2 = memberOf(root2, "layers");
    const isOci = hasTraits(kind, "oci");
    const isFixable = isOci && !isImage(root2);
    const filled = () => valueLike(json, root2, [emptyDescriptor3]);
    const title = "Add the empty descriptor";
    if (layers2 === void 0) {
      if (!isOci) return;
      const message4 = "`layers` is missing. Add it, with the empty descriptor if need be.";
      yield findingMissing(root2, "layers", message4, {
        clause: "manifest-layers-array",
        ...isFixable ? {
          fixes: [
            {
              title,
              edits: [insertMember(json, root2, "layers", filled(), ["config", "mediaType"])],
              isSafe: false
            }
          ]
        } : {}
      });
    } else if (layers2.value?.type === "array" && itemsOf(layers2.value).length === 0) {
      const remedy = isOci ? " Add the empty descriptor." : "";
      const message4 = `\`layers\` is empty, which some registries reject.${remedy}`;
      yield findingAtValue(layers2.value, message4, {
        clause: "manifest-layers-not-empty",
        ...isFixable ? { fixes: [{ title, edits: [replaceValue(layers2.value, filled())], isSafe: false }] } : {}
      });
    }
  }
};
var emptyDescriptor3 = {
  mediaType: emptyContent.mediaType,
  digest: emptyContent.digests.sha256,
  size: Number(emptyContent.size)
};
function isImage(root2) {
  const type = stringAt(valueOf(root2, "config"), "mediaType");
  return type === void 0 || type === mediaTypes.config || type === mediaTypes.dockerConfig;
}

// server/src/rules/layout/blob-name-matches.ts
var blobNameMatches = {
  meta: {
    id: "blob-name-matches",
    title: "Blob content does not match its name",
    kinds: "any",
    severity: "error",
    profile: "spec",
    clauses: ["layout-blob-content-matches"],
    fixable: false
  },
  async *checkContent({ document: { uri, kind }, layout, contents: contents2 }, signal) {
    const digest = blobDigestOf(uri);
    if (layout === void 0 || digest === void 0) return;
    const content = await fileContentOf(contents2.files, uri);
    if (content === void 0) return;
    if (isRefusal(content)) {
      if (kind === void 0) yield unread(content);
      return;
    }
    const hashed = await contents2.hash(digest.algorithm, content, signal);
    if (hashed === void 0 || hashed.hex === digest.encoded) return;
    const actual = toDigestText({ ...digest, encoded: hashed.hex });
    const accident = await nearMissText(content, digest, signal);
    const remedy = accident === "" ? "" : accident;
    const message4 = `Blob content does not match its name: expected ${shortDigest(toDigestText(digest))}, found ${shortDigest(actual)}.${remedy}`;
    const digests = [toDigestText(digest), actual];
    yield { span: { start: 0, end: 1 }, pointer: "", message: message4, digests, clause: "layout-blob-content-matches" };
  }
};
function unread({ refused }) {
  const what = { link: "a symbolic link", folder: "a folder", other: "not a regular file" }[refused];
  const message4 = `Blob is ${what}. It was not read.`;
  return { span: { start: 0, end: 1 }, pointer: "", severity: "information", message: message4 };
}

// server/src/content/files.ts
async function readSmallFile(files, uri, limit2, signal) {
  const stat = await files.stat(uri);
  if (stat?.type !== "file" || stat.size > limit2) return void 0;
  const pieces = [];
  let size = 0;
  for await (const piece of files.read(uri, { end: limit2 + 1 }, signal)) {
    pieces.push(piece);
    size += piece.length;
    if (size > limit2) return void 0;
  }
  return joined2(pieces, size);
}
function joined2(pieces, size) {
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

// server/src/rules/support/saved-layers.ts
async function* checkSavedLayers({ config: config2, layers: layers2 }, root2, { contents: contents2 }, signal) {
  const content = await contentAt(config2);
  const document = content && await contents2.documentOf(content, void 0, signal);
  const diffIds = itemsOf(valueOf(valueOf(document?.root, "rootfs"), "diff_ids"));
  if (document === void 0 || diffIds.length !== layers2.length) {
    const [has3, named2] = [diffIds.length, layers2.length];
    yield findingAtValue(config2, `The config has ${has3} \`diff_ids\`, but \`Layers\` has ${named2}.`);
    return;
  }
  for (const [i2, layer] of layers2.entries()) {
    const expected = stringOf(diffIds[i2]);
    const found = await diffIdOf2(layer);
    if (found === void 0 || expected === void 0 || found === expected) continue;
    const [own, other] = [shortDigest(found), shortDigest(expected)];
    yield findingAtValue(layer, `DiffID mismatch for layer ${i2}: rootfs.diff_ids has ${other}, the layer is ${own}.`);
  }
  async function contentAt(node) {
    const found = await fileContentOf(contents2.files, below(root2, ...(stringOf(node) ?? "").split("/")));
    return isContent(found) ? found : void 0;
  }
  async function diffIdOf2(node) {
    const layer = await contentAt(node);
    if (layer === void 0) return void 0;
    const compression = await actualCompressionOf(layer, signal);
    const hashed = await contents2.hashUncompressed("sha256", layer, compression, signal).catch(() => void 0);
    signal?.throwIfAborted();
    return hashed && `sha256:${hashed.hex}`;
  }
}

// server/src/rules/layout/docker-save-mismatch.ts
var dockerSaveMismatch = {
  meta: {
    id: "docker-save-mismatch",
    title: "manifest.json of docker save does not match the layout",
    kinds: ["docker-save"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  async *checkContent(reading, signal) {
    const { document, layout, depth } = reading;
    const root2 = layout?.root ?? (document.hints.path === "docker-save" ? folderOf(document.uri) : void 0);
    if (root2 === void 0) return;
    yield* await missingRepositories(root2, reading);
    for (const image of itemsOf(document.root)) {
      const [config2, layers2] = [valueOf(image, "Config"), itemsOf(valueOf(image, "Layers"))];
      const missing = [];
      for (const node of config2 === void 0 ? layers2 : [config2, ...layers2]) {
        const finding = await missingFile(node, root2, reading);
        if (finding !== void 0) missing.push(finding);
      }
      yield* missing;
      if (missing.length > 0 || config2 === void 0) continue;
      if (layout !== void 0) yield* await disagreements(config2, layers2, layout, reading);
      else if (depth === "all") yield* checkSavedLayers({ config: config2, layers: layers2 }, root2, reading, signal);
    }
  }
};
async function missingFile(node, root2, { contents: contents2, layout }) {
  const path = stringOf(node);
  if (path === void 0) return void 0;
  const steps = path.split("/");
  const where = layout === void 0 ? "archive" : "layout";
  if (path.startsWith("/") || steps.some((step) => step === "" || step === "." || step === ".."))
    return findingAtValue(node, `${quoted(path)} is not a path in this ${where}.`);
  const stat = await contents2.files.stat(below(root2, ...steps));
  return stat === void 0 ? findingAtValue(node, `${quoted(path)} does not exist in this ${where}.`) : void 0;
}
async function missingRepositories(root2, { contents: { files }, layout }) {
  const uri = below(root2, "repositories");
  const bytes = await readSmallFile(files, uri, maxRepositories);
  const { root: list, lines } = bytes === void 0 ? { root: void 0 } : readDocumentBytes(uri, bytes, {}).json;
  const found = [];
  for (const repository of membersOf(list)) {
    for (const tag of membersOf(repository.value)) {
      const id = stringOf(tag.value) ?? "";
      if (!/^[0-9a-f]{64}$/.test(id)) continue;
      const places = [below(root2, "blobs", "sha256", id), below(root2, id)];
      const stats = await Promise.all(places.map((place2) => files.stat(place2)));
      if (stats.some((stat) => stat !== void 0)) continue;
      const name = quoted(`${repository.name}:${tag.name}`);
      const message4 = `\`repositories\` has layer ${id.slice(0, 12)}\u2026 for ${name}, which does not exist in this ${layout === void 0 ? "archive" : "layout"}.`;
      const place = {
        uri,
        ...lines === void 0 ? {} : { lines },
        span: tag.value === void 0 ? { start: 0, end: 0 } : spanOf(tag.value)
      };
      const related = [
        { ...place, pointer: tag.value === void 0 ? "" : pointerOf(tag.value), message: "The layer" }
      ];
      found.push({ span: { start: 0, end: 1 }, pointer: "", message: message4, related });
    }
  }
  return found;
}
var maxRepositories = 1024 * 1024;
function digestOf(node) {
  const parts = /^blobs\/([^/]+)\/([^/]+)$/.exec(stringOf(node) ?? "");
  return parts === null ? void 0 : readDigest(`${parts[1]}:${parts[2]}`);
}
async function disagreements(config2, layers2, layout, reading) {
  const digest = digestOf(config2);
  if (digest === void 0 || layers2.some((layer) => digestOf(layer) === void 0)) return [];
  const manifest = await manifestWithConfig(toDigestText(digest), reading);
  if (manifest === void 0) {
    const message4 = `No manifest in \`index.json\` has the config ${shortDigest(toDigestText(digest))}.`;
    return [findingAtValue(config2, message4)];
  }
  const named2 = manifest.descriptors.filter(({ role }) => role === "layer").map(({ value }) => value?.digest);
  const at = layers2.findIndex((layer, i2) => textOf3(digestOf(layer)) !== textOf3(named2[i2]));
  if (at < 0 && layers2.length === named2.length) return [];
  const node = layers2[at] ?? config2;
  const expected = named2[at];
  const what = expected === void 0 ? `${named2.length} ${named2.length === 1 ? "layer" : "layers"}` : `layer ${at} ${shortDigest(toDigestText(expected))}`;
  const related = [{ uri: manifest.uri, span: { start: 0, end: 0 }, pointer: "/layers", message: "The OCI manifest" }];
  return [findingAtValue(node, `The OCI manifest with this config has ${what}.`, { related })];
  function textOf3(one) {
    return one && blobUriOf(layout, one);
  }
}
async function manifestWithConfig(digest, { layout, contents: contents2 }) {
  if (layout === void 0) return void 0;
  const mention = (await contents2.graphOf(layout)).mentionsOf(digest).find(({ role }) => role === "config");
  const content = mention && await fileContentOf(contents2.files, mention.uri);
  if (!isContent(content)) return void 0;
  return contents2.documentOf(content, void 0).catch(() => void 0);
}

// server/src/rules/support/layout-marker.ts
function speaksForLayout({ document, layout, isLayoutChecked }) {
  if (!isLayoutChecked || layout === void 0) return false;
  return nameOf2(document.uri) === (layout.hasMarker === false ? "index.json" : "oci-layout");
}

// server/src/rules/layout/layout-blob-name-grammar.ts
var layoutBlobNameGrammar = {
  meta: {
    id: "layout-blob-name-grammar",
    title: "File below blobs is not named by a digest",
    kinds: ["layout-header", "index"],
    severity: "warning",
    profile: "spec",
    clauses: ["layout-blob-name-grammar"],
    fixable: false
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const wrong2 = await wrongNamesOf(reading);
    if (wrong2.length === 0) return;
    const shown2 = wrong2.slice(0, maxShown).map((name) => quoted(name));
    const rest = wrong2.length > maxShown ? ` and ${wrong2.length - maxShown} more` : "";
    const message4 = `Not a blob name: ${shown2.join(", ")}${rest}. Expected \`blobs/<algorithm>/<encoded>\`.`;
    yield { span: { start: 0, end: 1 }, pointer: "", message: message4, clause: "layout-blob-name-grammar" };
  }
};
var maxShown = 5;
async function wrongNamesOf({ contents: { files }, layout }) {
  const wrong2 = [];
  const blobs2 = below(layout.root, "blobs");
  for (const algorithm of await files.list(blobs2) ?? []) {
    const names4 = await files.list(below(blobs2, algorithm));
    if (names4 === void 0) {
      wrong2.push(`blobs/${algorithm}`);
      continue;
    }
    for (const name of names4) {
      if (digestProblemOf(`${algorithm}:${name}`) !== void 0) wrong2.push(`blobs/${algorithm}/${name}`);
    }
  }
  return wrong2;
}

// server/src/rules/layout/layout-blobs-dir.ts
var layoutBlobsDir = {
  meta: {
    id: "layout-blobs-dir",
    title: "Layout has no blobs folder",
    kinds: ["layout-header"],
    severity: "error",
    profile: "spec",
    clauses: ["layout-blobs-dir"],
    fixable: false
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const stat = await reading.contents.files.stat(below(reading.layout.root, "blobs"));
    if (stat?.type === "folder") return;
    const message4 = stat?.type === "link" ? "`blobs` is a symbolic link. Blobs behind it were not read." : "Layout has no `blobs` folder. Add it, even if empty.";
    const severity = stat?.type === "link" ? "information" : "error";
    yield { span: { start: 0, end: 1 }, pointer: "", message: message4, severity, clause: "layout-blobs-dir" };
  }
};

// server/src/rules/layout/layout-index-exists.ts
var layoutIndexExists = {
  meta: {
    id: "layout-index-exists",
    title: "Layout has no index.json",
    kinds: ["layout-header"],
    severity: "error",
    profile: "spec",
    clauses: ["layout-index-exists"],
    fixable: false
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const stat = await reading.contents.files.stat(below(reading.layout.root, "index.json"));
    if (stat?.type === "file") return;
    const message4 = stat === void 0 ? 'Layout has no `index.json`. Add one, with `"manifests": []` if it is empty.' : "`index.json` is not a regular file, so it was not read.";
    yield { span: { start: 0, end: 1 }, pointer: "", message: message4, clause: "layout-index-exists" };
  }
};

// server/src/rules/layout/layout-marker-exists.ts
var layoutMarkerExists = {
  meta: {
    id: "layout-marker-exists",
    title: "Layout has no oci-layout file",
    kinds: ["index"],
    severity: "error",
    profile: "spec",
    clauses: ["layout-marker-exists"],
    fixable: false
  },
  async *checkContent({ document: { uri }, layout }) {
    if (layout?.hasMarker !== false || nameOf2(uri) !== "index.json") return;
    const message4 = 'Layout has no `oci-layout` file. Add it with {"imageLayoutVersion": "1.0.0"}.';
    yield { span: { start: 0, end: 1 }, pointer: "", message: message4, clause: "layout-marker-exists" };
  }
};

// server/src/rules/layout/layout-unreachable-manifests.ts
var layoutUnreachableManifests = {
  meta: {
    id: "layout-unreachable-manifests",
    title: "Manifests are not reachable from index.json",
    kinds: ["layout-header", "index"],
    severity: "hint",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  async *checkContent(reading) {
    const { layout, contents: contents2, depth } = reading;
    if (layout === void 0 || depth !== "all" || !speaksForLayout(reading)) return;
    const [reachable, whole] = [await contents2.graphOf(layout), await contents2.wholeGraphOf(layout)];
    if (!whole.isComplete || !await isSound(reading)) return;
    const loose = await looseDocuments(reachable, whole, reading);
    const known2 = (digest) => reachable.mentionsOf(digest).length > 0;
    const { orphans, own } = withoutReferrers(loose, known2);
    if (orphans.length === 0) return;
    const manifests2 = orphans.length === 1 ? "1 manifest is" : `${grouped(orphans.length)} manifests are`;
    const blobs2 = own === 0 ? "" : ` (${grouped(own)} more ${own === 1 ? "blob" : "blobs"} only they use)`;
    const message4 = `${manifests2} not reachable from \`index.json\`${blobs2}.`;
    const related = orphans.slice(0, mostRelated).map(({ uri }) => ({
      uri,
      span: { start: 0, end: 0 },
      pointer: "",
      message: "Not reachable"
    }));
    yield { span: { start: 0, end: 1 }, pointer: "", message: message4, related };
  }
};
var mostRelated = 10;
async function isSound({ layout, contents: contents2 }) {
  const file = layout && await fileContentOf(contents2.files, below(layout.root, "index.json"));
  if (!isContent(file)) return false;
  const index = await contents2.documentOf(file, mediaTypeOfKind("index")).catch(() => void 0);
  return index?.descriptors.every(({ value }) => value !== void 0) === true;
}
async function looseDocuments(reachable, whole, { contents: contents2 }) {
  const known2 = new Set(reachable.documents);
  const loose = [];
  for (const uri of whole.documents) {
    const digest = blobDigestOf(uri);
    if (digest === void 0 || known2.has(uri)) continue;
    const content = await fileContentOf(contents2.files, uri);
    if (!isContent(content)) continue;
    const document = await contents2.documentOf(content, void 0).catch(() => void 0);
    if (document === void 0 || document.descriptors.length === 0) continue;
    loose.push({ uri, digest: toDigestText(digest), ...namesIn(document) });
  }
  return loose;
}
function namesIn({ descriptors }) {
  const digests = descriptors.flatMap(
    ({ role, value }) => value === void 0 ? [] : [{ role, digest: toDigestText(value.digest) }]
  );
  return {
    subject: digests.find(({ role }) => role === "subject")?.digest,
    named: digests.filter(({ role }) => role !== "subject").map(({ digest }) => digest)
  };
}
function withoutReferrers(loose, isReachable) {
  const attached = /* @__PURE__ */ new Set();
  const isKnown = (digest) => isReachable(digest) || attached.has(digest);
  let orphans = loose;
  for (let before = -1; before !== orphans.length; ) {
    before = orphans.length;
    orphans = orphans.filter(({ digest, subject: subject2, named: named2 }) => {
      const isAttached = isKnown(digest) || subject2 !== void 0 && isKnown(subject2);
      if (isAttached) for (const one of [digest, ...named2]) attached.add(one);
      return !isAttached;
    });
  }
  const theirs = new Set(orphans.flatMap(({ named: named2 }) => named2.filter((digest) => !isKnown(digest))));
  for (const { digest } of orphans) theirs.delete(digest);
  return { orphans, own: theirs.size };
}

// server/src/rules/support/docker-to-oci.ts
function dockerToOciEdits({ root: root2, descriptors }) {
  const own = swapped(valueOf(root2, "mediaType"), () => mediaTypes.manifest);
  return [...own, ...descriptors.flatMap(({ node }) => swapped(valueOf(node, "mediaType"), ociTypeOf))];
}
var dockerToOciFixes = once((document) => {
  const statesType = valueOf(document.root, "mediaType") !== void 0;
  if (!hasTraits(document.kind, "docker", "has-layers") || !statesType) return [];
  return [{ title: "Convert the manifest to OCI", edits: dockerToOciEdits(document), isSafe: false }];
});
function swapped(node, other) {
  const type = other(stringOf(node));
  return node === void 0 || type === void 0 ? [] : [replaceValue(node, JSON.stringify(type))];
}

// server/src/rules/media-type/docker-artifact.ts
var configTypes = /* @__PURE__ */ new Set([
  mediaTypes.dockerConfig,
  mediaTypes.config,
  "application/vnd.docker.plugin.v1+json"
]);
var dockerArtifact = {
  meta: {
    id: "docker-artifact",
    title: "Artifact in a Docker manifest",
    kinds: ["docker-manifest"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  *check(document) {
    const fixes = dockerToOciFixes(document);
    const config2 = descriptorPartsOf(document).find(({ role }) => role === "config");
    if (config2?.mediaType === void 0 || config2.type === void 0) return;
    if (mediaTypeProblemOf(config2.type) !== void 0 || meantBy2(config2.type, document.hints.ownTypes) !== void 0)
      return;
    if (!configTypes.has(config2.type)) {
      const message5 = `Docker manifests hold images, not artifacts (config type ${quoted(config2.type)}). Convert to OCI.`;
      yield findingAtValue(config2.mediaType, message5, { fixes });
      return;
    }
    const layers2 = layersOf(document);
    const [first] = layers2;
    if (first?.mediaType === void 0 || layers2.some(({ type }) => mayBeImageLayer(type, document))) return;
    const message4 = `Docker manifests hold images, not artifacts (layer type ${quoted(first.type ?? "")}). Convert to OCI.`;
    yield findingAtValue(first.mediaType, message4);
  }
};
function mayBeImageLayer(type, { hints }) {
  if (type === void 0 || isImageLayerType(type) || mediaTypeProblemOf(type) !== void 0) return true;
  return meantBy2(type, hints.ownTypes) !== void 0;
}

// server/src/rules/support/shared-fixes.ts
var mostOffers = 16;
function* offering(fixes, findings) {
  let left = fixes.length === 0 ? 0 : mostOffers;
  for (const finding of findings) yield left-- > 0 ? { ...finding, fixes } : finding;
}

// server/src/rules/media-type/docker-layer-type.ts
var dockerLayerType = {
  meta: {
    id: "docker-layer-type",
    title: "Layer type is not defined for Docker manifests",
    kinds: ["docker-manifest"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  check: (document) => offering(dockerToOciFixes(document), findingsIn(document))
};
function* findingsIn(document) {
  const config2 = descriptorPartsOf(document).find(({ role }) => role === "config");
  if (config2?.type !== mediaTypes.dockerConfig && config2?.type !== mediaTypes.config) return;
  const layers2 = layersOf(document);
  if (!layers2.some(({ type = "" }) => isImageLayerType(type))) return;
  for (const { type, mediaType } of layers2) {
    if (mediaType === void 0 || type === void 0) continue;
    const counterpart2 = dockerTypeOf(type) ?? type;
    if (schema2Layers.has(counterpart2) || counterpart2 !== type && isForeignLayer(counterpart2)) continue;
    if (mediaTypeProblemOf(type) !== void 0 || meantBy2(type, document.hints.ownTypes) !== void 0) continue;
    const role = mediaTypeInfoOf(type)?.role;
    if (role !== void 0 && role !== "layer") continue;
    yield findingOf17(mediaType, type);
  }
}
function findingOf17(node, type) {
  const { message: message4, severity } = faultOf(type);
  return findingAtValue(node, message4, severity === void 0 ? {} : { severity });
}
function faultOf(type) {
  if (type.endsWith("zstd")) {
    const message4 = "Docker manifests cannot have zstd layers. Convert the manifest to OCI.";
    return { message: message4, severity: "warning" };
  }
  if (type.endsWith(".tar"))
    return {
      message: "Uncompressed layers are not valid in Docker manifests. Use gzip."
    };
  return { message: `Docker manifests cannot have layers of type ${quoted(type)}. Convert to OCI.` };
}

// server/src/rules/media-type/docker-members.ts
var ofDocument = /* @__PURE__ */ new Set(["annotations", "subject", "artifactType"]);
var ofDescriptor = /* @__PURE__ */ new Set(["annotations", "data", "artifactType"]);
var dockerMembers = {
  meta: {
    id: "docker-members",
    title: "Docker document has a property of OCI documents",
    kinds: ["docker-manifest", "docker-manifest-list"],
    severity: "information",
    profile: "recommended",
    clauses: ["media-type-docker-index-fields", "media-type-docker-manifest-fields"],
    fixable: true
  },
  check: (document) => offering(dockerToOciFixes(document), findingsIn2(document))
};
function* findingsIn2(document) {
  const isList2 = hasTraits(document.kind, "lists-manifests");
  const clause = isList2 ? "media-type-docker-index-fields" : "media-type-docker-manifest-fields";
  for (const member of foreignMembersOf(document)) {
    const where = isList2 ? "manifest lists" : "manifests";
    const remedy = isNeeded(member) ? "Convert the document to OCI to keep it." : "Remove it or convert the document to OCI.";
    const message4 = `\`${member.name}\` is ignored in Docker ${where}. ${remedy}`;
    yield findingAtName(member, message4, { clause });
  }
}
function isNeeded({ name, value }) {
  return name === "annotations" && membersOf(value).some((member) => neededKeys.test(member.name));
}
var neededKeys = /^(?:containerd\.io\/snapshot\/|io\.github\.containers\.|io\.containers\.|com\.amazon\.soci\.)/;
function* foreignMembersOf({ kind, root: root2, descriptors }) {
  yield* membersIn(root2, ofDocument);
  for (const { node, role } of descriptors) {
    yield* membersIn(node, ofDescriptor);
    if (hasTraits(kind, "lists-manifests") || role === "config") yield* membersIn(node, urlsOnly);
  }
}
var urlsOnly = /* @__PURE__ */ new Set(["urls"]);
function* membersIn(object, names4) {
  for (const member of countingMembersOf(object)) if (names4.has(member.name)) yield member;
}

// server/src/rules/media-type/docker-schema1.ts
var dockerSchema1 = {
  meta: {
    id: "docker-schema1",
    title: "Docker schema 1 manifest",
    kinds: ["docker-schema1"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check({ root: root2 }) {
    if (root2 === void 0) return;
    const message4 = "Docker schema 1 is obsolete. Rebuild the image as OCI. Nothing else was checked.";
    const version = valueOf(root2, "schemaVersion");
    yield version === void 0 ? { span: headOf(root2), pointer: "", message: message4 } : findingAtValue(version, message4);
  }
};

// server/src/rules/media-type/media-type-families.ts
var counterparts = dockerAndOciTypes.filter(([docker]) => !isForeignLayer(docker));
var toOci = new Map(counterparts);
var toDocker = new Map(
  counterparts.filter(([docker, oci]) => schema2Layers.has(docker) || !isFileSystemLayerType(oci)).map(([docker, oci]) => [oci, docker])
);
var mediaTypeFamilies = {
  meta: {
    id: "media-type-families",
    title: "Docker and OCI media types are mixed",
    kinds: ["index", "manifest", "docker-manifest", "docker-manifest-list"],
    severity: "information",
    profile: "recommended",
    clauses: ["media-type-mixed-families", "media-type-docker-layer-equal"],
    fixable: true
  },
  *check(document) {
    const foreign2 = hasTraits(document.kind, "docker") ? toDocker : toOci;
    const found = foreignNodesOf(document, foreign2);
    const first = found[0];
    if (first === void 0 || hasTraits(document.kind, "oci", "lists-manifests") && isLayoutIndex(document)) return;
    const own = valueOf(document.root, "mediaType");
    if (documentTypes.has(stringOf(own) ?? "") && !document.row?.mediaTypes.includes(stringOf(own) ?? "")) return;
    if (own !== void 0 && hasTraits(document.kind, "docker", "has-layers") && found.length === descriptorPartsOf(document).length) {
      yield allForeign(own);
      return;
    }
    const family2 = hasTraits(document.kind, "docker") ? "Docker" : "OCI";
    const more = found.length === 1 ? "" : ` (and ${found.length - 1} more)`;
    const message4 = family2 === "OCI" ? `Docker media type${more} in an OCI ${document.kind}. Use OCI types throughout.` : `OCI media type${more} in a Docker document. Use one family throughout.`;
    yield findingAtValue(first, message4, {
      // An index may list images of both families; within a manifest Podman, Skopeo and Quay refuse them.
      ...hasTraits(document.kind, "has-layers") ? { severity: "warning" } : {},
      clause: "media-type-mixed-families",
      fixes: [...dockerToOciFixes(document), fixOf2(found, foreign2, family2)]
    });
  }
};
function allForeign(mediaType) {
  const { manifest } = mediaTypes;
  const message4 = `\`mediaType\` is Docker's, but every descriptor has an OCI type. Use ${quoted(manifest)}.`;
  return findingAtValue(mediaType, message4, {
    severity: "warning",
    clause: "media-type-mixed-families",
    fixes: [
      {
        title: `Set mediaType to ${manifest}`,
        edits: [replaceValue(mediaType, JSON.stringify(manifest))],
        isSafe: false
      }
    ]
  });
}
function foreignNodesOf(document, foreign2) {
  return [...foreign2.keys()].flatMap(
    (type) => descriptorsByType(document).of(type).filter(({ role }) => role !== "subject").map(({ mediaType }) => mediaType)
  );
}
function fixOf2(nodes, meant, family2) {
  const edits = nodes.map((node) => replaceValue(node, JSON.stringify(meant.get(stringOf(node)))));
  return { title: `Use ${family2} types`, edits, isSafe: false };
}

// server/src/rules/media-type/media-type-form.ts
var mediaTypeForm = {
  meta: {
    id: "media-type-form",
    title: "Invalid media type",
    kinds: descriptorKinds,
    severity: "error",
    profile: "spec",
    clauses: [
      "descriptor-media-type-syntax",
      "descriptor-artifact-type-syntax",
      "manifest-artifact-type-syntax",
      "manifest-config-type-syntax",
      "manifest-layers-type-syntax",
      "index-artifact-type-syntax"
    ],
    fixable: true
  },
  *checkDescriptor({ mediaType, role, artifactType }, around) {
    yield* checkType(mediaType, "mediaType", clauseFor2(role), around);
    yield* checkType(artifactType?.value, "artifactType", "descriptor-artifact-type-syntax", around);
  },
  *check(document) {
    if (isOwnRoot(document))
      yield* checkType(
        valueOf(document.root, "artifactType"),
        "artifactType",
        `${document.kind}-artifact-type-syntax`,
        document
      );
  }
};
function isOwnRoot({ kind }) {
  return hasTraits(kind, "oci", "is-image");
}
function clauseFor2(role) {
  if (role === "config") return "manifest-config-type-syntax";
  return role === "layer" ? "manifest-layers-type-syntax" : "descriptor-media-type-syntax";
}
var problemOf3 = onceEach(mediaTypeProblemOf);
function checkType(node, name, clause, around) {
  const text2 = stringOf(node);
  if (node === void 0 || text2 === void 0) return none5;
  const problem = problemOf3(text2, around);
  return problem === void 0 ? none5 : [findingOf18(node, name, text2, problem, clause)];
}
var none5 = [];
function findingOf18(node, name, text2, problem, clause) {
  const what = name === "artifactType" ? "artifact type" : "media type";
  const start = text2 === "" ? `\`${name}\` is empty` : `Invalid ${what}`;
  return findingAtValue(node, `${start}: ${remedyFor4(problem)}`, {
    clause,
    covers: ["pattern"],
    ...fixesOf4(node, text2, problem)
  });
}
function fixesOf4(node, text2, problem) {
  const left = problem === "parameters" ? text2.slice(0, text2.indexOf(";")).trim() : text2.trim();
  const isRepair = (problem === "parameters" || problem === "blank") && mediaTypeProblemOf(left) === void 0;
  if (!isRepair) return {};
  const title = problem === "parameters" ? "Remove parameters" : "Remove whitespace";
  return { fixes: [{ title, edits: [replaceValue(node, JSON.stringify(left))], isSafe: false }] };
}
function remedyFor4(problem) {
  switch (problem) {
    case "empty":
      return "expected type/subtype.";
    case "no-slash":
      return "expected type/subtype.";
    case "many-slashes":
      return "expected exactly one slash.";
    case "parameters":
      return "parameters are not allowed. Remove what follows the semicolon.";
    case "blank":
      return "whitespace is not allowed.";
    case "long-type":
    case "long-subtype":
      return "each part has at most 127 characters (RFC 6838).";
    case "bad-type":
      return "use letters, digits and !#$&-^_.+ before the slash (RFC 6838).";
    case "bad-subtype":
      return "use letters, digits and !#$&-^_.+ after the slash (RFC 6838).";
  }
}

// server/src/rules/media-type/media-type-matches-target.ts
var mediaTypeMatchesTarget = {
  meta: {
    id: "media-type-matches-target",
    title: "Media type mismatch",
    kinds: descriptorKinds,
    severity: "error",
    profile: "spec",
    clauses: ["dist-content-type-equal", "media-type-expected-wins"],
    fixable: true
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const kind = kindOfMediaType(target.value.mediaType);
      if (kind === void 0 || !kindRowOf(kind).statesMediaType) continue;
      const document = await targetDocumentOf(target, reading, signal);
      const stated = stringAt(document?.root, "mediaType");
      if (stated === void 0 || stated === target.value.mediaType || kindOfMediaType(stated) === void 0) continue;
      const node = placeOf(target.written.node, "mediaType");
      const message4 = `Media type mismatch: content is ${quoted(stated)}.`;
      yield findingAtValue(node, message4, {
        clause: "dist-content-type-equal",
        related: relatedFile(contentOf(target), `Its \`mediaType\` is ${quoted(stated)}.`),
        fixes: [
          { title: `Set mediaType to ${stated}`, edits: [replaceValue(node, JSON.stringify(stated))], isSafe: false }
        ]
      });
    }
  }
};

// server/src/rules/media-type/media-type-missing.ts
var mediaTypeMissing = {
  meta: {
    id: "media-type-missing",
    title: "mediaType is missing",
    kinds: ["index", "manifest", "docker-manifest", "docker-manifest-list"],
    severity: "warning",
    profile: "spec",
    clauses: ["index-media-type-present", "manifest-media-type-present", "dist-media-type-present"],
    fixable: true
  },
  *check({ json, root: root2, kind, row, hints }) {
    if (root2?.type !== "object" || memberOf(root2, "mediaType") !== void 0) return;
    const mediaType = row?.mediaTypes[0];
    if (mediaType === void 0) return;
    const edit = insertMember(json, root2, "mediaType", JSON.stringify(mediaType), ["schemaVersion"]);
    const isLayoutIndex2 = hints.path === "index";
    yield findingMissing(root2, "mediaType", `\`mediaType\` is missing. Add ${JSON.stringify(mediaType)}.`, {
      ...hasTraits(kind, "oci") ? { clause: `${kind}-media-type-present` } : {},
      ...isLayoutIndex2 ? { severity: "information" } : {},
      fixes: [{ title: "Add `mediaType`", edits: [edit], isSafe: true }]
    });
  }
};

// server/src/rules/media-type/media-type-misspelled.ts
var mediaTypeMisspelled = {
  meta: {
    id: "media-type-misspelled",
    title: "Media type is misspelled",
    kinds: descriptorKinds,
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  *checkDescriptor({ mediaType, artifactType }, around) {
    yield* checkType2("mediaType", mediaType, around);
    yield* checkType2("artifactType", artifactType?.value, around);
  },
  *check(document) {
    if (!hasTraits(document.kind, "is-descriptor"))
      yield* checkType2("artifactType", valueOf(document.root, "artifactType"), document);
  }
};
var meantIn = onceEach((type, { hints }) => meantBy2(type, hints.ownTypes));
function checkType2(name, node, around) {
  const type = stringOf(node);
  const meant = type === void 0 ? void 0 : meantIn(type, around);
  return meant === void 0 ? [] : [findingOf19(name, node, meant)];
}
function findingOf19(name, node, meant) {
  const what = name === "artifactType" ? "artifact type" : "media type";
  const message4 = `Unknown ${what}. Did you mean ${quoted(meant, 80)}?`;
  const edits = [replaceValue(node, JSON.stringify(meant))];
  return findingAtValue(node, message4, { fixes: [{ title: `Change to ${meant}`, edits, isSafe: false }] });
}

// server/src/oci/facts/renamed-types.ts
var renames = [
  ["application/vnd.cnai.model.", "application/vnd.cncf.model."],
  ["application/vnd.sylabs.sif.config.v1", "application/vnd.sylabs.sif.config.v1+json"],
  ["application/vnd.oci.image.layer.squashfs", "application/vnd.stacker.image.layer.squashfs"]
];
function renamedTypeOf(type) {
  for (const [from, to] of renames) {
    if (from.endsWith(".") && type.startsWith(from)) return to + type.slice(from.length);
    if (from === type) return to;
  }
  return void 0;
}

// server/src/rules/media-type/media-type-renamed.ts
var mediaTypeRenamed = {
  meta: {
    id: "media-type-renamed",
    title: "Media type was renamed",
    kinds: ["index", "manifest", "descriptor"],
    severity: "information",
    profile: "recommended",
    clauses: [],
    fixable: true
  },
  *check(document) {
    const renamed = [...renamedIn(document)].sort((a2, b3) => startOf(a2) - startOf(b3)).map((node) => ({ node, to: renamedTypeOf(stringOf(node) ?? "") ?? "" }));
    const edits = renamed.map(({ node, to }) => replaceValue(node, JSON.stringify(to)));
    const fixes = [{ title: "Rename the media types", edits, isSafe: false }];
    yield* offering(
      fixes,
      renamed.map(({ node, to }) => findingAtValue(node, `Renamed media type. Use "${to}".`))
    );
  }
};
function* renamedIn(document) {
  const own = valueOf(document.root, "artifactType");
  if (own !== void 0 && isRenamed(stringOf(own) ?? "")) yield own;
  const [byType, byArtifactType2] = [descriptorsByType(document), descriptorsByArtifactType(document)];
  for (const type of byType.keys) if (isRenamed(type)) yield* byType.of(type).map(({ mediaType }) => mediaType);
  for (const type of byArtifactType2.keys)
    if (isRenamed(type)) yield* byArtifactType2.of(type).map(({ artifactType }) => artifactType.value);
}
function isRenamed(type) {
  return renamedTypeOf(type) !== void 0;
}

// server/src/rules/media-type/media-type-role.ts
var mediaTypeRole = {
  meta: {
    id: "media-type-role",
    title: "Media type belongs to another kind of content",
    kinds: ["manifest", "docker-manifest"],
    severity: "warning",
    profile: "recommended",
    clauses: [],
    fixable: false
  },
  *check(document) {
    const parts = descriptorPartsOf(document);
    const config2 = parts.find(({ role }) => role === "config");
    const ofConfig = config2 && foreignRoleOf(config2);
    if (config2?.mediaType !== void 0 && ofConfig !== void 0 && hasTraits(document.kind, "oci")) {
      yield findingOf20(config2.mediaType, "Config", ofConfig);
    }
    const layers2 = layersOf(document);
    if (!isImageConfig4(config2) && !layers2.some(({ type }) => isImageLayerType(type ?? ""))) return;
    for (const layer of layers2) {
      const role = roleIn(layer, ["manifest", "index", "artifact-manifest", "config"]);
      if (layer.mediaType !== void 0 && role !== void 0) yield findingOf20(layer.mediaType, "Layer", role);
    }
  }
};
function isImageConfig4(config2) {
  return hasTraits(kindOfMediaType(config2?.type), "is-image-config");
}
function foreignRoleOf(config2) {
  if (isImageLayerType(config2.type ?? "")) return roleIn(config2, ["layer"]);
  return roleIn(config2, ["manifest", "index", "artifact-manifest"]);
}
function roleIn({ type }, roles2) {
  const role = type === void 0 ? void 0 : mediaTypeInfoOf(type)?.role;
  return role !== void 0 && roles2.includes(role) ? role : void 0;
}
var names3 = {
  layer: "a layer",
  config: "a config",
  manifest: "a manifest",
  index: "an index",
  "artifact-manifest": "an artifact manifest"
};
function findingOf20(node, what, role) {
  return findingAtValue(node, `${what} has the media type of ${names3[role]}. Check the descriptor.`);
}

// server/src/rules/media-type/media-type-value.ts
var mediaTypeValue = {
  meta: {
    id: "media-type-value",
    title: "mediaType is that of another kind",
    kinds: [
      "index",
      "manifest",
      "docker-manifest",
      "docker-manifest-list",
      "artifact-manifest",
      "oras-artifact-manifest"
    ],
    severity: "error",
    profile: "spec",
    clauses: ["index-media-type-value", "manifest-media-type-value"],
    fixable: true
  },
  *check({ root: root2, kind, row }) {
    const node = valueOf(root2, "mediaType");
    const written = stringOf(node);
    if (node === void 0 || written === void 0 || row?.mediaTypes.includes(written) !== false) return;
    const [mediaType] = row.mediaTypes;
    const clause = hasTraits(kind, "oci", "is-image") ? { clause: `${kind}-media-type-value` } : {};
    yield findingAtValue(node, `\`mediaType\` must be ${JSON.stringify(mediaType)}.`, {
      ...clause,
      covers: ["const"],
      fixes: [
        {
          title: `Set mediaType to ${mediaType}`,
          edits: [replaceValue(node, JSON.stringify(mediaType))],
          isSafe: false
        }
      ]
    });
  }
};

// server/src/oci/facts/windows.ts
var windowsBuilds = [
  { build: 14393, name: "Windows Server 2016", tag: "ltsc2016" },
  { build: 16299, name: "Windows Server 1709", tag: "1709" },
  { build: 17134, name: "Windows Server 1803", tag: "1803" },
  { build: 17763, name: "Windows Server 2019", tag: "ltsc2019" },
  { build: 18362, name: "Windows Server 1903", tag: "1903" },
  { build: 18363, name: "Windows Server 1909", tag: "1909" },
  { build: 19041, name: "Windows Server 2004", tag: "2004" },
  { build: 19042, name: "Windows Server 20H2", tag: "20H2" },
  { build: 20348, name: "Windows Server 2022", tag: "ltsc2022" },
  { build: 25398, name: "Windows Server 23H2" },
  { build: 26100, name: "Windows Server 2025", tag: "ltsc2025" }
];
var versionForm = /^[0-9]+\.[0-9]+\.([0-9]+)(?:\.[0-9]+)?$/;
function isWindowsVersion(version) {
  return versionForm.test(version);
}
var osFeatures = {
  windows: { win32k: "The image needs win32k.sys, which Nano Server lacks." },
  linux: {
    erofs: "Layers are in native EROFS form, so that only hosts with that support choose the image (containerd).",
    "nydus.remoteimage.v1": "The image is in Nydus form."
  }
};

// server/src/rules/platform/os-features-unlisted.ts
var osFeaturesUnlisted = {
  meta: {
    id: "os-features-unlisted",
    title: "Feature is not defined by the specification",
    kinds: platformKinds,
    severity: "hint",
    profile: "strict",
    clauses: ["platform-os-features-elsewhere"],
    fixable: false
  },
  checkPlatform({ osName: os, osFeatures: features }) {
    if (os === void 0 || os === "windows") return;
    return itemsOf(features).flatMap((item) => {
      const name = stringOf(item);
      if (name === void 0 || Object.hasOwn(osFeatures[os] ?? {}, name)) return [];
      const message4 = `The specification defines no feature ${quoted(name)} for ${quoted(os)}.`;
      return findingAtValue(item, message4, { clause: "platform-os-features-elsewhere" });
    });
  }
};

// server/src/rules/platform/os-features.ts
var osFeatures2 = {
  meta: {
    id: "os-features",
    title: "Unknown Windows feature",
    kinds: platformKinds,
    severity: "warning",
    profile: "spec",
    clauses: ["platform-os-features-windows", "config-os-features-windows"],
    fixable: true
  },
  checkPlatform(platform2) {
    if (platform2.osName !== "windows") return;
    const clause = platformClauseOf(platform2, "os-features-windows");
    return itemsOf(platform2.osFeatures).flatMap((item) => {
      const name = stringOf(item);
      return name === void 0 || name === "win32k" ? [] : findingOf21(item, name, clause);
    });
  }
};
function findingOf21(item, name, clause) {
  const message4 = `Unknown Windows feature ${quoted(name)} (expected "win32k").`;
  if (!/^(?:win-?32-?k(?:\.sys)?)$/i.test(name)) return findingAtValue(item, message4, { clause });
  const fixes = [{ title: "Change to win32k", edits: [replaceValue(item, '"win32k"')], isSafe: true }];
  return findingAtValue(item, message4, { clause, fixes });
}

// server/src/rules/platform/platform-architecture.ts
var platformArchitecture = {
  meta: {
    id: "platform-architecture",
    title: "Architecture is not a GOARCH value",
    kinds: platformKinds,
    severity: "warning",
    profile: "spec",
    clauses: ["platform-architecture-goarch", "config-architecture-goarch"],
    fixable: true
  },
  checkPlatform(platform2, around) {
    const { architecture, architectureName: name } = platform2;
    if (architecture === void 0 || name === void 0 || isArchitecture(name)) return;
    if (name === "" && hasTraits(around.kind, "docker", "is-image-config") || isSwapped(platform2) || isPlaceholder(platform2))
      return;
    return findingOf22(around, platform2, architecture, name);
  }
};
function findingOf22(around, platform2, node, name) {
  const clause = platformClauseOf(platform2, "architecture-goarch");
  if (name === "") {
    return findingAtValue(node, '`architecture` is empty. Use a GOARCH value such as "amd64".', { clause });
  }
  const meant = architectureMeantBy(name);
  if (meant !== void 0) {
    const { architecture, variant: variant2 } = meant;
    const what = variant2 === void 0 ? `"${architecture}"` : `"${architecture}" with variant "${variant2}"`;
    const fixes = [fixOf3(around, platform2, node, name, meant)];
    return findingAtValue(node, `Use the GOARCH value ${what} instead of ${quoted(name)}.`, { clause, fixes });
  }
  if (isAnyPlatformName(name) && !platform2.isConfig) {
    return findingAtValue(node, `No client asks for ${quoted(name)}. Omit \`platform\` for content that fits any.`, {
      clause
    });
  }
  const near = nearestOf(name, Object.keys(architectures));
  if (near !== void 0) {
    const fixes = [{ title: `Change to ${near}`, edits: [replaceValue(node, JSON.stringify(near))], isSafe: false }];
    return findingAtValue(node, `Unknown architecture ${quoted(name)}. Did you mean "${near}"?`, { clause, fixes });
  }
  return findingAtValue(node, `Unknown architecture ${quoted(name)}. Use a GOARCH value such as "amd64".`, { clause });
}
function fixOf3({ json }, platform2, node, name, { architecture, variant: variant2 }) {
  const edits = [replaceValue(node, JSON.stringify(architecture))];
  const written = stringOf(platform2.variant);
  if (variant2 !== void 0 && platform2.variant === void 0) {
    edits.push(insertMember(json, platform2.node, "variant", JSON.stringify(variant2), ["architecture"]));
  }
  const agrees = written === void 0 || variant2 === void 0 || written === variant2;
  const title = variant2 === void 0 || written !== void 0 ? architecture : `${architecture} with ${variant2}`;
  return { title: `Change to ${title}`, edits, isSafe: agrees && name !== "armel" };
}

// server/src/rules/platform/platform-features.ts
var platformFeatures = {
  meta: {
    id: "platform-features",
    title: "Reserved property features",
    kinds: ["index", "manifest", "descriptor"],
    severity: "warning",
    profile: "spec",
    clauses: ["platform-features-reserved"],
    fixable: true
  },
  checkPlatform({ features }, { json }) {
    if (features === void 0) return;
    const message4 = "`features` is reserved and ignored. Remove it, or use `os.features`.";
    const fixes = [{ title: "Remove `features`", edits: [removeMember(json, features)], isSafe: false }];
    return findingAtName(features, message4, { clause: "platform-features-reserved", fixes });
  }
};

// server/src/rules/platform/platform-missing.ts
var details = { clause: "index-platform-present" };
var dockerMessage = "Entry has no `platform`, which Docker manifest lists require.";
var platformMissing = {
  meta: {
    id: "platform-missing",
    title: "Image has no platform",
    kinds: ["index", "docker-manifest-list"],
    severity: "information",
    profile: "spec",
    clauses: ["index-platform-present", "descriptor-platform-for-manifest"],
    fixable: false
  },
  *check(document) {
    if (isArtifactIndex(document)) return;
    const images = imagesByPlatform(document);
    const lacking = images.of("without");
    if (lacking.length === 0) return;
    if (hasTraits(document.kind, "docker")) {
      for (const { node } of lacking) yield findingMissing(node, "platform", dockerMessage, { severity: "warning" });
      return;
    }
    if (lacking.length + images.countOf("with") < 2 || isLayoutIndex(document)) return;
    if (images.countOf("with") === 0) {
      const manifests2 = valueOf(document.root, "manifests");
      const message4 = "No image has a `platform`, so clients cannot choose one.";
      yield findingMissing(manifests2, "platform", message4, details);
      return;
    }
    for (const entry of lacking) {
      const message4 = "Image has no `platform`, others in this index do. Add it, or clients may never choose it.";
      yield findingMissing(entry.node, "platform", message4, details);
    }
  }
};
var imagesByPlatform = tallied((entry) => {
  if (entry.role !== "manifest" || !isImageEntry(entry)) return void 0;
  return entry.platform === void 0 ? "without" : "with";
});

// server/src/rules/platform/platform-os.ts
var platformOs = {
  meta: {
    id: "platform-os",
    title: "Operating system is not a GOOS value",
    kinds: platformKinds,
    severity: "warning",
    profile: "spec",
    clauses: ["platform-os-goos", "config-os-goos"],
    fixable: true
  },
  checkPlatform(platform2, { kind }) {
    const { os, osName: name } = platform2;
    if (os === void 0 || name === void 0 || isOperatingSystem(name)) return;
    if (name === "" && hasTraits(kind, "docker", "is-image-config") || isPlaceholder(platform2)) return;
    return findingOf23(platform2, os, name);
  }
};
function findingOf23(platform2, node, name) {
  const clause = platformClauseOf(platform2, "os-goos");
  if (isSwapped(platform2)) return swapped2(platform2, node, name, clause);
  if (name === "") return findingAtValue(node, '`os` is empty. Use a GOOS value such as "linux".', { clause });
  const meant = operatingSystemMeantBy(name);
  if (meant !== void 0) {
    const fixes = [{ title: `Change to ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true }];
    return findingAtValue(node, `Use the GOOS value "${meant}" instead of ${quoted(name)}.`, { clause, fixes });
  }
  if (isAnyPlatformName(name) && !platform2.isConfig) {
    return findingAtValue(node, `No client asks for ${quoted(name)}. Omit \`platform\` for content that fits any.`, {
      clause
    });
  }
  if (/^wasip[2-9]$/.test(name)) {
    return findingAtValue(node, `${quoted(name)} is not a GOOS value yet.`, { severity: "information", clause });
  }
  const near = nearestOf(name, Object.keys(operatingSystems));
  if (near !== void 0) {
    const fixes = [{ title: `Change to ${near}`, edits: [replaceValue(node, JSON.stringify(near))], isSafe: false }];
    return findingAtValue(node, `Unknown operating system ${quoted(name)}. Did you mean "${near}"?`, { clause, fixes });
  }
  return findingAtValue(node, `Unknown operating system ${quoted(name)}. Use a GOOS value such as "linux".`, {
    clause
  });
}
function swapped2(platform2, os, name, clause) {
  const architecture = platform2.architecture;
  const system = stringOf(architecture);
  const meant = architectureMeantBy(name);
  const names4 = { os: operatingSystemMeantBy(system) ?? system, architecture: meant?.architecture ?? name };
  const edits = [
    replaceValue(os, JSON.stringify(names4.os)),
    replaceValue(architecture, JSON.stringify(names4.architecture))
  ];
  const message4 = `\`os\` (${quoted(name)}) and \`architecture\` (${quoted(system)}) are swapped.`;
  const isSafe = meant?.variant === void 0;
  return findingAtValue(os, message4, { clause, fixes: [{ title: "Swap os and architecture", edits, isSafe }] });
}

// server/src/oci/facts/platform-variants.ts
var variantTable = {
  arm: { values: ["v5", "v6", "v7", "v8"], default: "v7" },
  arm64: {
    values: [
      ...["v8", "v8.1", "v8.2", "v8.3", "v8.4", "v8.5", "v8.6", "v8.7", "v8.8", "v8.9"],
      ...["v9", "v9.1", "v9.2", "v9.3", "v9.4", "v9.5", "v9.6", "v9.7"]
    ],
    default: "v8",
    next: /^v[89](?:\.[1-9][0-9]?)?$/
  },
  // The levels of the x86-64 ABI supplement end at v4.
  amd64: { values: ["v1", "v2", "v3", "v4"], default: "v1" },
  ppc64le: { values: ["power8", "power9", "power10"], next: /^power[0-9]{1,2}$/ },
  riscv64: { values: ["rva20u64", "rva22u64", "rva23u64"], next: /^rva[0-9]{2}u64$/ }
};
var mistakes2 = {
  arm: {
    ...{ "5": "v5", "6": "v6", "7": "v7", "8": "v8", armv5: "v5", armv6: "v6", armv7: "v7", armv8: "v8" },
    ...{ v6l: "v6", v7l: "v7", v7a: "v7", v7hf: "v7", v6hf: "v6", armhf: "v7", armv7l: "v7", armv6l: "v6" }
  },
  arm64: { "8": "v8", "v8.0": "v8", armv8: "v8", v8a: "v8", "9": "v9", "9.0": "v9", "v9.0": "v9", armv9: "v9" },
  amd64: {
    ...{ "1": "v1", "2": "v2", "3": "v3", "4": "v4" },
    ...{
      "x86-64-v2": "v2",
      "x86-64-v3": "v3",
      "x86-64-v4": "v4",
      x86_64_v2: "v2",
      x86_64_v3: "v3",
      amd64v2: "v2",
      amd64v3: "v3"
    }
  },
  ppc64le: { "8": "power8", "9": "power9", "10": "power10", p8: "power8", p9: "power9", p10: "power10" },
  riscv64: { rva20: "rva20u64", rva22: "rva22u64", rva23: "rva23u64" }
};
function isVariantOf(architecture, variant2) {
  const row = ownOf(variantTable, architecture);
  return row !== void 0 && (row.values.includes(variant2) || row.next?.test(variant2) === true);
}
function variantRowOf(architecture) {
  return ownOf(variantTable, architecture);
}
function architecturesWith(variant2) {
  return Object.keys(variantTable).filter((architecture) => variantTable[architecture]?.values.includes(variant2));
}
function variantMeantBy(architecture, variant2) {
  const written = variant2.toLowerCase();
  if (written !== variant2 && isVariantOf(architecture, written)) return written;
  const meant = ownOf(mistakes2, architecture);
  return meant && ownOf(meant, written);
}
function ownOf(table, name) {
  return Object.hasOwn(table, name) ? table[name] : void 0;
}

// server/src/rules/platform/platform-variant-unlisted.ts
var platformVariantUnlisted = {
  meta: {
    id: "platform-variant-unlisted",
    title: "Variant is not defined by the specification",
    kinds: platformKinds,
    severity: "hint",
    profile: "strict",
    clauses: ["platform-variant-unlisted"],
    fixable: false
  },
  checkPlatform({ variant: node, architectureName: architecture = "" }) {
    const variant2 = stringOf(node);
    if (node === void 0 || !variant2) return;
    if (!isArchitecture(architecture) || variantRowOf(architecture) !== void 0) return;
    const message4 = `The specification defines no variant ${quoted(variant2)} of ${architecture}.`;
    return findingAtValue(node, message4, { clause: "platform-variant-unlisted" });
  }
};

// server/src/rules/platform/platform-variant.ts
var platformVariant = {
  meta: {
    id: "platform-variant",
    title: "Variant does not belong to the architecture",
    kinds: platformKinds,
    severity: "warning",
    profile: "spec",
    clauses: ["platform-variant-table", "config-variant-table"],
    fixable: true
  },
  checkPlatform(platform2) {
    const { variant: node, architectureName: architecture = "" } = platform2;
    const variant2 = stringOf(node);
    if (node === void 0 || !variant2) return;
    if (variantRowOf(architecture) === void 0 || isVariantOf(architecture, variant2)) return;
    return findingOf24(node, architecture, variant2, platformClauseOf(platform2, "variant-table"));
  }
};
function findingOf24(node, architecture, variant2, clause) {
  const meant = variantMeantBy(architecture, variant2);
  if (meant === void 0) {
    const known2 = variantRowOf(architecture)?.values ?? [];
    const others = architecturesWith(variant2);
    const owner = others.length === 0 ? "" : ` It belongs to ${others.join(" and ")}.`;
    const message5 = `Unknown ${architecture} variant ${quoted(variant2)} (expected ${known2[0]}\u2013${known2.at(-1)}).${owner}`;
    return findingAtValue(node, message5, { clause });
  }
  const fixes = [
    { title: `Set variant to ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true }
  ];
  const message4 = `Use ${architecture} variant "${meant}" instead of ${quoted(variant2)}.`;
  return findingAtValue(node, message4, { clause, fixes });
}

// server/src/rules/platform/windows-os-version-missing.ts
var windowsOsVersionMissing = {
  meta: {
    id: "windows-os-version-missing",
    title: "Windows entry has no os.version",
    kinds: ["index", "docker-manifest-list"],
    severity: "information",
    profile: "portable",
    clauses: ["platform-os-version-meaning"],
    fixable: false
  },
  checkPlatform({ node, osName, osVersion }) {
    if (osName !== "windows" || osVersion !== void 0) return;
    const message4 = "Windows entry has no `os.version`, so hosts of any build choose it. Add the build.";
    return findingMissing(node, "os.version", message4, { clause: "platform-os-version-meaning" });
  }
};

// server/src/rules/platform/windows-os-version.ts
var windowsOsVersion = {
  meta: {
    id: "windows-os-version",
    title: "Invalid Windows build",
    kinds: platformKinds,
    severity: "warning",
    profile: "recommended",
    clauses: ["platform-os-version-meaning"],
    fixable: true
  },
  checkPlatform({ osName, osVersion: node }) {
    const version = stringOf(node);
    if (osName !== "windows" || node === void 0 || !version || isWindowsVersion(version)) return;
    return findingOf25(node, version);
  }
};
function findingOf25(node, version) {
  const build = windowsBuilds.find(({ tag, name }) => [tag, name].includes(version))?.build;
  const fixes = build === void 0 ? [] : [{ title: `Change to 10.0.${build}`, edits: [replaceValue(node, `"10.0.${build}"`)], isSafe: false }];
  return findingAtValue(node, `Invalid Windows build ${quoted(version)}. Use one such as "10.0.20348".`, {
    clause: "platform-os-version-meaning",
    fixes
  });
}

// server/src/rules/generated/rule-list.ts
var everyRule = [
  ambiguousDocument,
  documentSize,
  duplicateNames,
  jsonDepth,
  jsonEncoding,
  jsonSyntax,
  memberMisplaced,
  memberNameCase,
  memberNameMisspelled,
  schema,
  unknownMember,
  annotationBaseDigest,
  annotationBaseName,
  annotationBasePair,
  annotationCreated,
  annotationKeyMisspelled,
  annotationKeyNamespaced,
  annotationKeyReserved,
  annotationKeySuperseded,
  annotationLicenses,
  annotationRefName,
  annotationUrl,
  annotationValue,
  refNamePlace,
  refNameTag,
  refNameUnique,
  artifactConfigType,
  artifactConfig,
  artifactLayers,
  artifactManifestWithdrawn,
  artifactTypeMatchesTarget,
  artifactTypeMissing,
  attestationReference,
  configZeroLength,
  emptyConfigArtifactType,
  referrersList,
  referrersTag,
  signatureSubjectMismatch,
  subjectMediaType,
  wasmTypesMixed,
  configArgsEscaped,
  configCommand,
  configCreated,
  configDiffIdsMatchLayers,
  configDockerMembers,
  configEnvQuoted,
  configEnv,
  configExposedPorts,
  configForeign,
  configHealthcheck,
  configHistoryCount,
  configPaths,
  configPlatformAgrees,
  configReservedMembers,
  configStopSignal,
  configUser,
  createdNeverSet,
  imageConfigEmpty,
  contentMissing,
  descriptorDataLarge,
  descriptorDataSupport,
  descriptorData,
  descriptorDigestMatches,
  descriptorSizeConflict,
  descriptorSizeMatches,
  descriptorSize,
  descriptorUrlFragment,
  descriptorUrls,
  digestForm,
  digestPortable,
  digestRegistered,
  emptyDescriptor2,
  zeroLengthBlob,
  zeroLengthDigest,
  duplicatePlatforms,
  indexAnnotationsMissing,
  indexArtifactType,
  indexEntryDuplicate,
  indexEntryType,
  nestedIndex,
  erofsLayersInconsistent,
  layerArchive,
  layerCompression,
  layerDuplicatePaths,
  layerEmptyDescriptor,
  layerForeign,
  layerNondistributable,
  layerSparseFiles,
  layerTypePortable,
  layerWhiteoutBase,
  layerWhiteoutForm,
  layerWhiteoutOpaque,
  layerWhiteoutOrder,
  layerZstdChunked,
  layerZstd,
  manifestLayers,
  blobNameMatches,
  dockerSaveMismatch,
  layoutBlobNameGrammar,
  layoutBlobsDir,
  layoutIndexExists,
  layoutMarkerExists,
  layoutUnreachableManifests,
  dockerArtifact,
  dockerLayerType,
  dockerMembers,
  dockerSchema1,
  mediaTypeFamilies,
  mediaTypeForm,
  mediaTypeMatchesTarget,
  mediaTypeMissing,
  mediaTypeMisspelled,
  mediaTypeRenamed,
  mediaTypeRole,
  mediaTypeValue,
  osFeaturesUnlisted,
  osFeatures2,
  platformArchitecture,
  platformFeatures,
  platformMissing,
  platformOs,
  platformVariantUnlisted,
  platformVariant,
  windowsOsVersionMissing,
  windowsOsVersion
];

// server/src/rules/index.ts
var documentRules = everyRule.filter((rule) => !("checkContent" in rule)).sort((a2, b3) => Number(a2.meta.id === "schema") - Number(b3.meta.id === "schema"));
var contentRules = everyRule.filter(
  (rule) => "checkContent" in rule
);

// server/src/lint/plan.ts
var plans = /* @__PURE__ */ new WeakMap();
function planFor(kind, settings) {
  const byKind = plans.get(settings) ?? /* @__PURE__ */ new Map();
  plans.set(settings, byKind);
  const known2 = byKind.get(kind);
  if (known2 !== void 0) return known2;
  const rules = documentRules.filter((rule) => appliesTo(rule, kind)).map((rule) => ({ rule, isSilent: settings.levels.get(rule.meta.id) === "off" })).filter(({ rule, isSilent }) => isSilent || isOn(rule.meta, settings)).map((planned, order) => ({ ...planned, order }));
  const asking = (name) => rules.filter((planned) => planned.rule[name] !== void 0);
  const plan = {
    rules,
    ofDescriptors: asking("checkDescriptor"),
    ofPlatforms: asking("checkPlatform"),
    ofAnnotations: asking("checkAnnotation"),
    ofOddMembers: asking("checkOddMember"),
    ofObjects: asking("checkObject"),
    byKey: /* @__PURE__ */ new Map(),
    keys: []
  };
  byKind.set(kind, plan);
  return plan;
}
var mostKeys = 64;
function keyIn({ keys: keys2 }, circumstances) {
  const known2 = keys2.find((key) => isSame(key, circumstances));
  if (known2 !== void 0) return known2;
  if (keys2.length === mostKeys) keys2.shift();
  keys2.push(circumstances);
  return circumstances;
}
var named = ["associated", "fenced", "path", "pointedAs", "isBlob", "isOfErofs", "ownTypes"];
function isSame(a2, b3) {
  const isSameOutside = a2.isLayoutIndex === b3.isLayoutIndex && a2.most === b3.most;
  return isSameOutside && (a2.hints === b3.hints || named.every((name) => a2.hints[name] === b3.hints[name]));
}

// server/src/lint/parts.ts
var judged = keeping();
var nothing = [];
function partFindings(document, plan, most) {
  const found = plan.rules.map(() => []);
  const key = keyIn(plan, { hints: document.hints, isLayoutIndex: isLayoutIndex(document), most });
  const judge = new Judge(document, plan, key);
  for (const { order, finding } of judge.ownParts()) found[order]?.push(finding);
  for (const parts of descriptorPartsOf(document)) {
    const known2 = judged.of(parts.node);
    const from = known2?.key === key ? known2 : judge.descriptor(parts);
    if (from.found.length === 0) continue;
    const to = placeOf2(parts.node);
    for (const { order, finding } of from.found) found[order]?.push(moved2(finding, from, to));
  }
  return found;
}
function placeOf2(node) {
  return { start: startOf(node), pointer: pointerOf(node) };
}
var mostPointers2 = 1e7;
var mostAnnotationKeys = 1e3;
var usualPointer = 200;
var Judge = class {
  constructor(document, plan, key) {
    this.document = document;
    this.plan = plan;
    this.key = key;
    const { kind, hints, json, derived } = document;
    this.around = { kind, hints, json, derived, isLayoutIndex: key.isLayoutIndex };
    this.faultless = { key, found: nothing, start: 0, pointer: "" };
  }
  document;
  plan;
  key;
  found = [];
  counts = /* @__PURE__ */ new Map();
  room = mostPointers2;
  around;
  /** Nearly all descriptors are. */
  faultless;
  /** What stands in none of the descriptors: judged anew each time, because it is small. */
  ownParts() {
    const { document } = this;
    const platform2 = ownPlatformOf(document);
    if (platform2 !== void 0) this.platform(platform2);
    this.annotations(annotationsIn(ownAnnotationsOf(document), ownPlaceOf(document)));
    this.oddMembers(ownOddMembersOf(document));
    this.objects(document.root, isDescriptorIn(document));
    return this.taken();
  }
  descriptor(parts) {
    const { node, platform: platform2 } = parts;
    for (const planned of this.plan.ofDescriptors) this.add(planned, planned.rule.checkDescriptor(parts, this.around));
    if (platform2?.value?.type === "object") this.platform(platformAt(platform2.value));
    if (parts.annotations !== void 0) this.annotations(annotationsIn(parts.annotations, annotationPlaceOf(parts)));
    this.oddMembers(oddMembersOfDescriptor(node, this.document));
    this.objects(node);
    const found = this.taken();
    const result = found.length === 0 ? this.faultless : { key: this.key, found, ...placeOf2(node) };
    if (this.room >= 0) judged.keep(node, result);
    return result;
  }
  platform(platform2) {
    for (const planned of this.plan.ofPlatforms) this.add(planned, planned.rule.checkPlatform(platform2, this.around));
  }
  annotations(annotations2) {
    for (const annotation2 of annotations2) {
      for (const planned of this.rulesForKey(annotation2.member.name)) {
        this.add(planned, planned.rule.checkAnnotation(annotation2, this.around));
      }
    }
  }
  /** Thousands of annotations have few keys, and most keys concern no rule. */
  rulesForKey(name) {
    const { byKey, ofAnnotations } = this.plan;
    const known2 = byKey.get(name);
    if (known2 !== void 0) return known2;
    const rules = ofAnnotations.filter(({ rule }) => rule.concernsKey?.(name) !== false);
    if (byKey.size < mostAnnotationKeys) byKey.set(name, rules);
    return rules;
  }
  oddMembers(odd) {
    for (const one of odd) {
      for (const planned of this.plan.ofOddMembers) this.add(planned, planned.rule.checkOddMember(one, this.around));
    }
  }
  objects(root2, isLeftOut) {
    if (this.plan.ofObjects.length === 0) return;
    for (const object of objectsOf(root2, isLeftOut)) {
      for (const planned of this.plan.ofObjects) this.add(planned, planned.rule.checkObject(object, this.around));
    }
  }
  add(planned, found) {
    if (found === void 0) return;
    if (!(Symbol.iterator in found)) this.addOne(planned, found);
    else for (const finding of found) if (!this.addOne(planned, finding)) break;
  }
  /** Of each rule no more is taken than is asked for. */
  addOne({ order }, finding) {
    const count = this.counts.get(order) ?? 0;
    if (this.room < 0 || count >= this.key.most) return false;
    this.counts.set(order, count + 1);
    this.room -= Math.max(0, finding.pointer.length - usualPointer);
    this.found.push({ order, finding });
    return true;
  }
  taken() {
    const { found } = this;
    if (found.length === 0) return nothing;
    this.found = [];
    this.counts.clear();
    return found;
  }
};

// server/src/lint/placeholders.ts
var goPlaceholder = /%[-+# 0]*(?:\[\d+\])?(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*)?)?[A-Za-z]|\{\{|\$[{(A-Za-z_]/;
var textPlaceholder = /\.\.\.|…|<[^<>]{0,80}>|\{\{|\$[{(A-Za-z_]|\*\*\*|^x+$|:x+$/i;
function unfilledIn({ passage, hints, root: root2 }) {
  if (passage === void 0 || hints.fenced !== void 0) return void 0;
  const placeholder = passage.delimiter === void 0 ? textPlaceholder : goPlaceholder;
  if (!placeholder.test(passage.text)) return void 0;
  return ({ pointer, missing }) => {
    if (pointer === "" || missing !== void 0) return false;
    const name = pointer.slice(pointer.lastIndexOf("/") + 1);
    return placeholder.test(name) || holds2(nodeAt(root2, pointer), placeholder);
  };
}
function holds2(node, placeholder) {
  if (node === void 0) return false;
  if (node.type === "string") return placeholder.test(stringOf(node) ?? "");
  return childrenOf(node).some((child) => isOrHas(child, placeholder));
}
function isOrHas(child, placeholder) {
  const value = child.type === "member" ? child.value : child;
  return value?.type === "string" && placeholder.test(stringOf(value) ?? "");
}

// server/src/lint/shown-fixes.ts
var longest7 = 160;
var hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
function shownFixes(fixes) {
  return fixes.every(({ title }) => title === shownTitle(title)) ? fixes : fixes.map((fix) => ({ ...fix, title: shownTitle(fix.title) }));
}
function shownTitle(title) {
  const half = longest7 >> 1;
  const short = title.length <= longest7 ? title : `${title.slice(0, half)}\u2026${title.slice(1 - half)}`;
  return short.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// server/src/lint/unreadable.ts
function unreadableIn(document) {
  const losses = document.json.faults.filter(({ code }) => losesText(code));
  if (losses.length === 0) return void 0;
  const derailedAt = derailedFrom(document, losses);
  return (finding) => finding.span.start >= derailedAt || isExplainedBy(losses, document, finding);
}
var withinValues = /* @__PURE__ */ new Set(["bad-number", "bad-escape", "control-character"]);
function isExplainedBy(losses, { root: root2 }, finding) {
  const node = finding.missing === void 0 ? void 0 : nodeAt(root2, finding.missingFrom ?? finding.pointer);
  const { start, end } = node === void 0 ? finding.span : spanOf(node);
  return losses.some(
    (fault) => fault.start <= end && fault.end >= start && (node === void 0 || !withinValues.has(fault.code))
  );
}
function derailedFrom({ json: { text: text2, faults: faults2 } }, losses) {
  const isDerailed = faults2.some(
    ({ code, start }) => code === "trailing-content" || code === "unexpected" && "[]{}:".includes(text2.charAt(start))
  );
  return isDerailed ? Math.min(...losses.map(({ start }) => start)) : Number.POSITIVE_INFINITY;
}

// server/src/lint/lint.ts
function lint(document, settings, most = Number.POSITIVE_INFINITY) {
  if (document.kind === void 0) return [];
  const candidates = [];
  const plan = planFor(document.kind, settings);
  const ofParts = partFindings(document, plan, most);
  const isLeftOut = leftOutOf(document, settings);
  const take = ({ rule, isSilent }, findings, room) => {
    let left = room;
    for (const finding of findings) {
      if (left-- === 0) return 0;
      if (isLeftOut(finding, rule)) continue;
      const own = finding.severity ?? rule.meta.severity;
      candidates.push({ finding: toLintFinding(rule, finding, settings), own, isSilent });
    }
    return left;
  };
  for (const planned of plan.rules) {
    const { rule, order } = planned;
    const room = rule.check === void 0 ? most : take(planned, rule.check(document), most);
    const found = ofParts[order];
    if (found !== void 0 && found.length > 0) take(planned, found, room);
  }
  return candidates.length === 0 ? none6 : inTextOrder2(oneOfEachFault(candidates));
}
var none6 = [];
function leftOutOf(document, settings) {
  const isUnreadable = unreadableIn(document);
  const isUnfilled = unfilledIn(document);
  return (finding, rule) => rule !== jsonSyntax && isUnreadable?.(finding) === true || isUnfilled?.(finding) === true || !isOfVersion(finding, rule.meta, settings);
}
function toLintFinding({ meta }, finding, settings) {
  const severity = severityOf(meta, finding.severity, settings);
  const { fixes } = finding;
  return { ...finding, ...fixes === void 0 ? {} : { fixes: shownFixes(fixes) }, rule: meta, severity };
}
function inTextOrder2(findings) {
  return findings.sort((a2, b3) => a2.span.start - b3.span.start || a2.span.end - b3.span.end);
}

// server/src/rules/support/expectation-unmet.ts
var expectationUnmet = {
  id: "expectation-unmet",
  title: "What is expected to be wrong is",
  kinds: "any",
  severity: "error",
  profile: "spec",
  clauses: [],
  fixable: false
};

// server/src/rules/support/rule-url.ts
var pages = "https://github.com/oci-manifests/oci-manifests/blob/main/docs/rules";
var configurationPage = "https://github.com/oci-manifests/oci-manifests/blob/main/docs/configuration.md#expected-findings";
function ruleUrlOf(id) {
  if (id === expectationUnmet.id) return configurationPage;
  return `${pages}/${id}.md`;
}

// server/src/features/markdown.ts
function seen(text2) {
  return text2.replace(unseen, "\uFFFD").replace(halves, "\uFFFD");
}
var unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
var halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// server/src/features/ranges.ts
var fileStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
function toRange(lines, { start, end }) {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

// server/src/features/diagnostics.ts
var severities = { error: 1, warning: 2, information: 3, hint: 4 };
var deprecated = 2;
var deprecationRules = /* @__PURE__ */ new Set(["docker-schema1", "artifact-manifest-withdrawn"]);
var mostShown = 1e3;
function toDiagnostics(document, findings) {
  const shown2 = withBlobNote(
    document,
    worstOf(findings).map((finding) => toDiagnostic(document, finding))
  );
  return shown2.length === findings.length ? shown2 : [...shown2, toNote(shown2.length, shown2.at(-1))];
}
var blobNote = "Blobs are content-addressed: edit this file, then update digests and sizes through the layout.";
function withBlobNote({ uri, hints }, diagnostics) {
  const first = hints.isBlob === true ? diagnostics.findIndex(({ severity }) => severity === severities.error) : -1;
  const note = { location: { uri, range: fileStart }, message: blobNote };
  return diagnostics.map((diagnostic, i2) => {
    const { relatedInformation = [] } = diagnostic;
    return i2 === first ? { ...diagnostic, relatedInformation: [...relatedInformation, note] } : diagnostic;
  });
}
function worstOf(findings) {
  if (findings.length <= mostShown) return findings;
  const bySeverity = [...findings].sort((a2, b3) => severities[a2.severity] - severities[b3.severity]);
  const worst = new Set(bySeverity.slice(0, mostShown - 1));
  return findings.filter((finding) => worst.has(finding));
}
function toNote(count, { range }) {
  const message4 = `Only the ${count} most severe findings are shown.`;
  return { range, severity: severities.information, source: "oci", message: message4 };
}
function toDiagnostic(document, finding) {
  const { rule, severity, span, message: message4, pointer, digests, clause, related = [] } = finding;
  const data = {
    pointer,
    ...digests === void 0 ? {} : { digests },
    ...clause === void 0 ? {} : { clause },
    ...isUnreleased(clause) ? { clauseUnreleased: true } : {}
  };
  const relatedInformation = related.map((place) => toRelated(document, place));
  return {
    range: toRange(document.json.lines, span),
    severity: severities[severity],
    source: "oci",
    code: rule.id,
    codeDescription: { href: ruleUrlOf(rule.id) },
    message: seen(message4),
    ...deprecationRules.has(rule.id) ? { tags: [deprecated] } : {},
    ...relatedInformation.length > 0 ? { relatedInformation } : {},
    data
  };
}
function toRelated({ uri: own, json }, { uri = own, span, message: message4, lines = uri === own ? json.lines : void 0 }) {
  return { location: { uri, range: lines === void 0 ? fileStart : toRange(lines, span) }, message: message4 };
}

// server/src/service/warm-up.ts
var descriptor = (mediaType, rest) => `{ "mediaType": "application/vnd.oci.image.${mediaType}", "digest": "sha256:${"0".repeat(64)}", "size": 1000, ${rest} }`;
var platform = '"platform": { "architecture": "arm64", "os": "linux", "variant": "v8" }';
var annotations = '"annotations": { "org.opencontainers.image.created": "2000-01-01T00:00:00Z" }';
var samples = [
  `{ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [${descriptor("manifest.v1+json", platform)}], ${annotations} }`,
  `{ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": ${descriptor("config.v1+json", annotations)}, "layers": [${descriptor("layer.v1.tar+gzip", annotations)}] }`
];
function warmUp() {
  for (const text2 of samples) {
    const document = readDocument("untitled:", text2);
    lint(document, defaultRuleSettings);
    const start = text2.indexOf("1000");
    const edit = { start, end: start, text: "-" };
    const edited = readEdited(document, [edit], `${text2.slice(0, start)}-${text2.slice(start)}`, document.hints);
    toDiagnostics(edited, lint(edited, defaultRuleSettings));
  }
}

// server/cold.ts
var cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
};
var message3 = (0, import_node_fs.readFileSync)(process.argv[2], "utf8");
if (process.env.WARM) warmUp();
var out = {};
var phase = (name, work) => {
  const [c2, t2] = [cpu(), performance.now()];
  const r2 = work();
  out[name] = cpu() - c2;
  out[name + "Wall"] = performance.now() - t2;
  return r2;
};
var text = phase("json", () => JSON.parse(message3).text);
var d3 = phase("read", () => readDocument("file:///x/some.json", text));
var f2 = phase("lint", () => lint(d3, defaultRuleSettings, 1e3));
phase("diag", () => toDiagnostics(d3, f2));
out.total = out.read + out.lint + out.diag;
out.totalWall = out.readWall + out.lintWall + out.diagWall;
console.log(JSON.stringify(out));
