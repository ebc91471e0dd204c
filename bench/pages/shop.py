"""Sales of a made-up shop with many customers and few lines each: shop.py CUSTOMERS FILE"""
import datetime, random, sys

customers, path = int(sys.argv[1]), sys.argv[2]
chance = random.Random(20260801)
countries = ["Aldmark", "Lindauve", "Torrin", "Vesk", "Ostara", "Merrow", "Calder", "Brenn"]
categories = ["Kitchen", "Lighting", "Garden", "Toys", "Office", "Bath"]
days = [(datetime.date(2024, 1, 1) + datetime.timedelta(days=d)).isoformat() for d in range(730)]
with open(path, "w", encoding="utf-8") as file:
    file.write("InvoiceNo,StockCode,Description,Category,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n")
    invoice = 1_000_000
    for customer in range(customers):
        country = countries[min(7, int(chance.expovariate(0.7)))]
        level = chance.lognormvariate(2.3, 0.8)
        first = int(730 * chance.random() ** 0.8)
        for _ in range(1 + min(40, int(chance.expovariate(0.8)))):
            invoice += 1
            day = min(729, first + int(chance.random() * (730 - first)))
            product = int(400 * chance.random() ** 2)
            file.write(f"{invoice},P{product:04},Article {product},{categories[product % 6]},{1 + int(chance.expovariate(0.9))},{days[day]},{level:.2f},{customer:07},{country}\n")
