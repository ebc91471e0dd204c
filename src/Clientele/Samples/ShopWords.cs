namespace Clientele.Samples;

/// <summary>Invented goods and places.</summary>
internal static class ShopWords
{
    /// <summary>Index of the category that is sold from October to December only.</summary>
    public const int ChristmasCategory = 9;

    /// <summary>Index of the category that sells best from April to August.</summary>
    public const int GardenCategory = 4;

    /// <summary>Index of the store that sends parcels.</summary>
    public const int OnlineStore = 5;

    public static readonly string[] Categories =
        ["Kitchen", "Tableware", "Stationery", "Toys", "Garden", "Lighting", "Textiles", "Candles", "Bath", "Christmas"];

    public static readonly string[] Countries =
        ["Aldmark", "Fernholm", "Lindauve", "Marrowby Isles", "Brennland", "Grünmark", "Costa Verada", "Unspecified"];

    public static readonly string[] Stores = ["Harbour Row", "Old Mill", "Station Arcade", "Market Hall", "Rosengässli", "Online"];

    /// <summary>Goods per category with their price in cents.</summary>
    public static readonly (string Name, int Cents)[][] Goods =
    [
        [("mixing bowl", 895), ("measuring jug", 650), ("cake tin", 795), ("oven glove", 495), ("recipe box", 1250), ("rolling pin", 725), ("bread bin", 2495), ("egg timer", 375), ("spice rack", 1895), ("tea towel", 425)],
        [("mug", 495), ("cereal bowl", 550), ("dinner plate 10\"", 750), ("serving plate 12\"", 1450), ("tea pot", 1995), ("milk jug", 650), ("egg cup", 295), ("tumbler, set of 4", 1295), ("napkin rings, set of 6", 895), ("cake stand", 2250)],
        [("notebook", 395), ("gift wrap, 5 m", 295), ("pencil tin", 325), ("greeting card", 185), ("address book", 650), ("ribbon", 125), ("wall planner", 895), ("sticker sheet", 95), ("memo block", 225), ("letter set", 550)],
        [("wooden train", 1495), ("skipping rope", 450), ("jigsaw", 995), ("soft bear", 1250), ("building blocks", 1795), ("paint box", 650), ("kite", 1150), ("marbles, bag of 20", 325), ("dolls' tea set", 1395), ("yo-yo", 195)],
        [("watering can", 1350), ("flower pot 6\"", 450), ("bird feeder", 1150), ("seed tin", 595), ("garden gloves", 695), ("lantern hook", 525), ("bunting, 3 m", 795), ("parasol", 4995), ("herb labels, set of 8", 375), ("twine", 275)],
        [("table lamp", 3495), ("fairy lights", 1295), ("lantern", 1850), ("night light", 895), ("lamp shade 14\"", 2195), ("clip light", 1495), ("torch", 750), ("light garland", 1650), ("floor lamp", 7995), ("bulb, amber", 595)],
        [("cushion 18\"", 1650), ("throw", 3250), ("table runner", 1450), ("apron", 1295), ("shopping bag", 395), ("door mat", 1995), ("curtain tie", 550), ("laundry bag", 850), ("quilt", 6495), ("hot water bottle cover", 1150)],
        [("pillar candle", 695), ("tea lights, pack of 30", 495), ("candle holder", 850), ("scented jar", 1195), ("taper candles", 575), ("candle plate", 395), ("matches", 165), ("wax melts", 350), ("oil burner", 925), ("incense", 245)],
        [("bath towel", 1495), ("soap dish", 550), ("hand cream", 725), ("bath salts", 650), ("toothbrush mug", 475), ("shower cap", 325), ("sponge", 225), ("mirror 8\"", 1650), ("wash bag", 1195), ("soap, lavender", 395)],
        [("bauble", 225), ("tree star", 795), ("stocking", 995), ("advent calendar", 1250), ("wreath", 1995), ("paper chain", 350), ("angel", 450), ("cracker, box of 6", 1095), ("sleigh bell", 275), ("nutcracker", 1650)],
    ];

    public static readonly string[] Styles =
        ["Blush", "Meadow", "Speckled", "Midnight", "Rustic", "Crème", "Harbour", "Linden", "Café", "Fjäll", "Striped", "Gingham"];
}
