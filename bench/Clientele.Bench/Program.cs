System.Console.Out.WriteLine("bench");
