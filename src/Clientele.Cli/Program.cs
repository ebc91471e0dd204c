System.Console.Out.WriteLine("clientele");
