
namespace Clientele.Tests.Sales.Layouts;

/// <summary>Headers of exports and data sets that people start with; the cells are invented.</summary>
public sealed class ExportTests
{
    [Theory]
    [InlineData(
        "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
        "489434,85048,LIGHTS,12,2009-12-01 07:45:00,6.95,13085,Norway",
        "489435,79323P,LAMP,2,2009-12-13 07:45:00,2.10,13078,Norway",
        "customer=Customer ID invoice=Invoice product=StockCode description=Description quantity=Quantity price=Price date=InvoiceDate country=Country")]
    [InlineData(
        "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,Postal Code,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit",
        "1,CA-152,11/8/2016,11/11/2016,Second,CG-125,Ann,Consumer,Ireland,Cork,42420,FUR-1,Furniture,Chairs,Chair,261.96,2,0,41.91",
        "2,CA-153,6/12/2016,6/16/2016,Second,DV-130,Bob,Corporate,Ireland,Cork,42421,OFF-1,Office,Labels,Labels,14.62,2,0.2,6.87",
        "customer=Customer ID invoice=Order ID product=Product ID description=Product Name quantity=Quantity amount=Sales date=Order Date country=Country category=Category")]
    [InlineData(
        "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_customer_date,payment_value",
        "e481f5,9ef432,delivered,2017-10-02 10:56:33,2017-10-02 11:07:15,2017-10-10 21:25:13,38.71",
        "53cdb2,b08303,canceled,2018-07-24 20:41:37,2018-07-26 03:24:27,2018-08-07 15:27:45,141.46",
        "customer=customer_id invoice=order_id amount=payment_value date=order_purchase_timestamp status=order_status")]
    [InlineData(
        "event_time,event_type,product_id,category_code,brand,price,user_id,user_session",
        "2019-10-01 00:00:00 UTC,purchase,44600062,appliances,runail,35.79,541312140,72d76fde",
        "2019-10-01 00:00:01 UTC,purchase,3900821,furniture,zeitun,33.20,554748717,9333dfbd",
        "customer=user_id product=product_id price=price date=event_time category=category_code")]
    [InlineData(
        "transaction_id,customer_id,tran_date,prod_cat_code,Qty,Rate,Tax,total_amt,Store_type",
        "80712190438,270351,28-02-2014,1,5,772.00,405.3,4265.30,e-Shop",
        "29258453508,270384,27-02-2014,5,5,1497.00,785.9,8270.92,MBR",
        "customer=customer_id invoice=transaction_id quantity=Qty amount=total_amt date=tran_date category=prod_cat_code")]
    [InlineData(
        "BASKET_NUM,HSHD_NUM,PURCHASE_,PRODUCT_NUM,SPEND,UNITS,STORE_R",
        "24,1809,03-JAN-16,5817389,1.50,2,EAST",
        "25,1253,04-JAN-16,5829886,3.10,1,WEST",
        "customer=HSHD_NUM invoice=BASKET_NUM product=PRODUCT_NUM quantity=UNITS amount=SPEND date=PURCHASE_")]
    [InlineData(
        "Order No;Kunde;E-Mail;Bestellt am;Artikel;Anzahl;Gesamtpreis",
        "1001;Anna;anna@example.org;13.02.2024 10:15;Tasse;2;15,80",
        "1002;Bert;bert@example.org;14.02.2024 11:20;Kanne;1;29,90",
        "customer=Kunde invoice=Order No product=Artikel quantity=Anzahl amount=Gesamtpreis date=Bestellt am")]
    public void Are_understood(string header, string first, string second, string roles)
    {
        var layout = Samples.Understand($"{header}\n{first}\n{second}\n{first}\n");
        Assert.Equal(roles, Samples.Roles(layout));
    }

    [Fact]
    public void A_shop_export_with_subtotal_and_total_asks_which_counts()
    {
        var error = Samples.Refuse("Name,Email,Created at,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name\n#1,a@example.org,2024-01-05 10:00:00 +0100,10.00,4.00,1.60,15.60,1,mug\n#2,b@example.org,2024-01-06 10:00:00 +0100,20.00,4.00,3.20,27.20,2,mug\n#3,a@example.org,2024-01-07 10:00:00 +0100,20.00,4.00,3.20,27.20,2,mug\n");
        Assert.Equal("sales.choose-column", error.Code);
        Assert.Contains("--amount Subtotal or --amount Total", error.Fix, StringComparison.Ordinal);
    }
}
