// dotnet-ef looks in here for the contexts; they need no configuration.
Console.Error.WriteLine("Nothing to run. Migrations are written by `dotnet ef`: see README.md beside this project.");
return 1;
