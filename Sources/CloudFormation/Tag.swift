/// A key and a value on a resource; one type for every resource whose schema has this shape.
public struct Tag: PropertyType {
    public var key: Text
    public var value: Text

    public init(key: Text, value: Text) {
        self.key = key
        self.value = value
    }

    public var properties: Value {
        var map = PropertyMap()
        map.put("Key", key)
        map.put("Value", value)
        return map.value
    }
}
