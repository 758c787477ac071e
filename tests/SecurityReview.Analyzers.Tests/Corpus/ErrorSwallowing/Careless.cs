using System.Net.Http;
using System.Text.Json;
using Microsoft.Data.SqlClient;

namespace ErrorSwallowing.Careless;

public class Item { public int Id { get; set; } public string Name { get; set; } }

public class ItemStore(DbConnection connection, HttpClient client)
{
    public async Task<Item> Load(int id)
    {
        try
        {
            return await connection.QuerySingleAsync<Item>("SELECT * FROM items WHERE id = @id", new { id });
        }
        catch // expect SECR2009
        {
            return null;
        }
    }

    public void Rename(int id, string name)
    {
        try
        {
            connection.Execute("UPDATE items SET name = @name WHERE id = @id", new { id, name });
        }
        catch (SqlException) { } // expect SECR2009
    }

    public List<Item> ReadAll(string[] files)
    {
        var items = new List<Item>();
        foreach (var file in files)
        {
            try
            {
                items.Add(JsonSerializer.Deserialize<Item>(File.ReadAllText(file)));
            }
            catch (Exception) // expect SECR2009
            {
                continue;
            }
        }

        return items;
    }

    public Dictionary<string, string> Settings()
    {
        Dictionary<string, string> settings;
        try
        {
            settings = File.ReadAllLines("settings.ini").Select(line => line.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        }
        catch (IOException) // expect SECR2009
        {
            settings = new Dictionary<string, string>();
        }

        return settings;
    }

    public async Task<string[]> Names()
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(await client.GetStringAsync("names"));
        }
        catch (Exception e) // expect SECR2009
        {
            // ignore
            return Array.Empty<string>();
        }
    }

    public int Count()
    {
        try
        {
            return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM items");
        }
        catch (DbException) // expect SECR2009
        {
            return 0;
        }
    }

    public void Notify(Action<Item> listener, Item item) => Task.Run(() =>
    {
        try
        {
            listener(item);
        }
        catch (Exception) // expect SECR2009
        {
        }
    });
}
