using Clientele.Actions;
using Clientele.Actions.Files;

namespace Clientele.Tests.Actions;

public sealed class ActionListTests
{
    [Fact]
    public void Actions_come_in_order_of_money_and_all_gain()
    {
        using var shop = PlainShop.Believable();
        var list = shop.Actions();
        Assert.True(list.Actions.Count >= 5);
        Assert.All(list.Actions, a => Assert.True(a.Gain.Expected > 0 && a.Gain.Low <= a.Gain.High));
        Assert.Equal(list.Actions.Select(a => a.Gain.Expected).OrderDescending(), list.Actions.Select(a => a.Gain.Expected));
        Assert.All(list.Actions, a => Assert.Equal(a.Audience.Order().Distinct(), a.Audience));
        Assert.All(list.Actions, a => Assert.All(a.Why.Concat(a.Assumptions), s => Assert.EndsWith(".", s, StringComparison.Ordinal)));
        Assert.Contains("win-back", list.Actions.Select(a => a.Play));
        Assert.Contains("loyalty", list.Actions.Select(a => a.Play));
    }

    [Fact]
    public void Rows_and_threads_do_not_change_a_byte()
    {
        using var shop = PlainShop.Believable(150);
        var bytes = ActionsJson.Of(shop.Actions());
        Assert.Equal(bytes, ActionsJson.Of(shop.Actions(threads: 2, shuffle: 5)));
        Assert.Equal(bytes, ActionsJson.Of(shop.Actions(threads: 7, shuffle: 6)));
    }

    [Fact]
    public void What_followed_is_a_plain_recount()
    {
        using var shop = new PlainShop();
        // 60 customers with one order 120 days ago; 15 of them came again 30 days ago for 40 each.
        for (var c = 0; c < 60; c++)
        {
            shop.Order($"a{c:00}", 120, ("P1", 1, 25));
            if (c < 15) shop.Order($"a{c:00}", 30, ("P1", 2, 20));
        }

        // Others, so that there are segments, a past and second orders.
        for (var c = 0; c < 60; c++)
        {
            for (var day = 300; day > 0; day -= 60 + (2 * c)) shop.Order($"b{c:00}", day, ("P2", 1, 30));
        }

        shop.Order("last", 1, ("P2", 1, 1));
        var action = Assert.Single(shop.Actions(p => p with { Only = ["second-purchase"], Settings = new Dictionary<string, double> { ["second-purchase.response"] = 0.1 } }).Actions);
        // 45 of a stayed at one order; "last" has one, too.
        Assert.Equal(46, action.Audience.Count);
        Assert.Contains("Of 60 customers with one order not longer before 90 days before the end of the data, 25% (16% to 37%) bought by themselves within 90 days, for 40.00 each.", action.Why);
        Assert.Equal(46 * 0.1 * 40, action.Revenue.Expected, 1e-9);
        Assert.Equal((46 * 0.1 * 40 * 0.4) - (46 * 0.5), action.Gain.Expected, 1e-9);
        Assert.Equal(0.5 / (40 * 0.4), action.BreakEven, 1e-12);
    }

    [Fact]
    public void Products_that_come_back_are_found_and_others_are_not()
    {
        using var shop = new PlainShop();
        for (var c = 0; c < 100; c++)
        {
            shop.Order($"c{c:000}", 50 + (c % 40), ("BAD1", 1, 20), ("GOOD1", 1, 20), ("OTHER1", 2, 10));
            if (c < 30) shop.Order($"c{c:000}", 20, ("BAD1", -1, 20));
            if (c == 40) shop.Order($"c{c:000}", 20, ("GOOD1", -1, 20));
        }

        var action = Assert.Single(shop.Actions(p => p with { Only = ["fewer-returns"] }).Actions);
        Assert.Contains("1 product, first of them BAD1 of the shop", action.Who, StringComparison.Ordinal);
        Assert.Equal(30 * 20 * 0.2, action.Revenue.Expected, 1e-9);
    }

    [Fact]
    public void Discounts_of_small_orders_count_and_prices_of_large_ones_do_not()
    {
        using var shop = new PlainShop();
        for (var c = 0; c < 100; c++)
        {
            shop.Order($"c{c:000}", 10 + (c % 60), ("P1", 1, c < 30 ? 8 : 10));
            shop.Order($"d{c:000}", 10 + (c % 60), ("P1", c < 20 ? 50 : 1, c < 20 ? 5 : 10));
        }

        var action = Assert.Single(shop.Actions(p => p with { Only = ["discount-discipline"] }).Actions);
        Assert.Contains("30 lines of usual size", action.Why[0], StringComparison.Ordinal);
        Assert.Equal(30 * 2 * 0.25, action.Gain.Expected, 1e-9);
    }

    [Fact]
    public void Weeks_without_a_steady_seller_are_found()
    {
        using var shop = new PlainShop();
        for (var day = 1; day < 182; day++)
        {
            for (var c = 0; c < 3; c++) shop.Order($"c{day % 90:00}{c}", day, ("STEADY1", 1, 10));
            if (day is < 71 or > 77) shop.Order($"x{day:000}", day, ("GAP1", 2, 10), ("GAP1", 1, 10));
            if (day is < 71 or > 77) shop.Order($"y{day:000}", day, ("GAP1", 1, 10));
        }

        var action = Assert.Single(shop.Actions(p => p with { Only = ["lost-sales"] }).Actions);
        Assert.StartsWith("1 product, first of them GAP1 of the shop (1 empty week)", action.Who, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_bought_what_next_proves_a_cross_sale()
    {
        using var shop = new PlainShop();
        for (var c = 0; c < 300; c++)
        {
            shop.Order($"c{c:000}", 150 + (c % 40), (c % 2 == 0 ? "TEA1" : "MUG1", 1, 10), ("SOAP1", 1, 3));
            // Every third with tea buys cake next; hardly anybody else does.
            if (c % 6 == 0 || c == 7) shop.Order($"c{c:000}", 40, ("CAKE1", 1, 500));
            if (c % 5 == 0) shop.Order($"c{c:000}", 30, ("SOAP1", 1, 3));
        }

        shop.Order("last", 1, ("SOAP1", 1, 3));
        var list = shop.Actions(p => p with { Only = ["cross-sell"] });
        var action = Assert.Single(list.Actions);
        Assert.Equal("Offer CAKE1 of the shop to owners of TEA1 of the shop", action.Title);
        Assert.Equal(100, action.Audience.Count);
        Assert.Contains("33% of 150 customers", action.Why[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Short_and_poor_sales_say_what_cannot_be_told()
    {
        using var shop = new PlainShop();
        for (var c = 0; c < 20; c++) shop.Order($"c{c:00}", 5 + c, ("P1", 1, 10));
        var list = shop.Actions();
        Assert.Contains(list.Notes, n => n.Contains("do not reach back", StringComparison.Ordinal));
        Assert.All(list.Actions, a => Assert.NotEqual(Sureness.High, a.Sureness));
    }

    [Fact]
    public void Wrong_wishes_are_named()
    {
        using var shop = PlainShop.Believable(60);
        Assert.Equal("actions.unknown-play", Assert.Throws<UserException>(() => shop.Actions(p => p with { Only = ["magic"] })).Code);
        Assert.Equal("actions.unknown-setting", Refused("win-back.magic", 1).Code);
        Assert.Equal("actions.setting-range", Refused("win-back.response", 2).Code);
        Assert.Equal("actions.range", Assert.Throws<UserException>(() => shop.Actions(p => p with { Margin = 0 })).Code);

        UserException Refused(string name, double value) =>
            Assert.Throws<UserException>(() => shop.Actions(p => p with { Settings = new Dictionary<string, double> { [name] = value } }));
    }
}
